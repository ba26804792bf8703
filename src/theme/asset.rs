//! Shared files of a theme. Their names carry a fingerprint, so that a host may let browsers keep them for ever.

use sha2::{Digest as _, Sha256};

use super::{Files, style};

/// A shared file.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name in the theme: `site.css`.
    pub name: String,
    /// Its address in the site: `assets/site.0123abcd.css`.
    pub address: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

pub(super) fn collect(files: &Files, theme: &str) -> Vec<Asset> {
    const FOLDER: &str = "assets/";
    let assets = files.list(theme, FOLDER).into_iter().filter_map(|path| {
        let written = files.get(theme, &path)?;
        let style = path.ends_with(".css").then(|| std::str::from_utf8(written).ok()).flatten();
        let bytes = style.map_or_else(|| written.to_vec(), |css| style::sent(css).into_bytes());
        let name = path.strip_prefix(FOLDER)?.to_owned();
        Some(Asset { address: address(&name, &bytes), name, bytes })
    });
    assets.collect()
}

fn address(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let print: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{print}.{ending}"),
        None => format!("assets/{name}.{print}"),
    }
}

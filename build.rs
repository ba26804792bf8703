//! The default theme is inside the program; a new file in it must lead to a new build.

fn main() {
    println!("cargo::rerun-if-changed=themes");
}

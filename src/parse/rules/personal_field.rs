//! 不得填写个人信息。
//!
//! 提出人的电话、住址、证件号码、邮箱等不得公开，因此格式里没有存放它们的地方：不填写，就不会泄露。
//! 需要联系提出人时，请查阅单位内部的台账。单位的办公电话写在 units.toml 的 `phone`。
//!
//! ---
//!
//! Personal data has no place in the content.
//!
//! A proposer's phone, address, identity number or mail must never be published, so the format has no place for them:
//! what is not written can't leak. To reach a proposer, use the office's own ledger. An office's landline is `phone` in units.toml.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("personal-field", Error, Fixed, "personal_field.rs");

/// Names that ask for personal data, in the spellings that people use.
const PERSONAL: &[&str] = &[
    "phone",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "contact",
    "contacts",
    "contact_phone",
    "email",
    "e-mail",
    "mail",
    "address",
    "home",
    "home_address",
    "id_card",
    "idcard",
    "id_number",
    "identity",
    "passport",
    "birthday",
    "birth",
    "born",
    "age",
    "gender",
    "sex",
    "wechat",
    "weixin",
    "qq",
    "bank_card",
    "bank_account",
    "plate",
    "handler_name",
    "clerk",
    "clerk_name",
    "contact_person",
    "real_name",
    "employer",
    "workplace",
    "ethnicity",
    "photo",
];

/// Does a key that the table does not know ask for personal data?
pub(crate) fn is_personal(name: &str) -> bool {
    let name = name.to_lowercase();
    PERSONAL.contains(&name.as_str())
}

/// Neither the message nor the excerpt shows the value.
pub(crate) fn report(name: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        RULE.id,
        span,
        say!("`{name}` 属于个人信息，不得写入", "`{name}` is personal data and must not be written here"),
    )
    .private()
    .label(say!("请删去这一项", "delete this entry"))
    .help(say!(
        "网站上没有存放它的地方；联系方式留在单位内部的台账里",
        "the site has no place for it; contact details stay in the office's own ledger"
    ))
}

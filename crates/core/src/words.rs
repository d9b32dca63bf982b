//! Enums that cross to the hosts as words.

/// Declares an enum of words: each variant with the word that JSON, TypeScript and the terminal program know it by.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $vis:vis enum $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
        $vis enum $name {
            $($(#[$about])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// The word for it, for interfaces that branch on it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

pub(crate) use words;

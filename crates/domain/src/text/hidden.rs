//! Types that hold words of records, which must not reach a log or a panic.

/// Gives types a `Debug` that shows their names only.
#[macro_export]
macro_rules! hide_words {
    ($($name:ident),+) => { $(
        impl std::fmt::Debug for $name {
            /// Shows the type only: what a record says must not reach a log.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+ };
}

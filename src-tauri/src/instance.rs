//! One program a session. A second start hands its files to the first, and brings its window to the front.

/// What came of asking to be the only one.
#[derive(Debug)]
pub enum Instance {
    /// We are; or nobody can know, for there is no session bus. As long as this is kept.
    First(Claim),
    /// Another one is, and was notified.
    AlreadyRunning,
}

#[cfg(target_os = "linux")]
pub use linux::{Claim, claim};

#[cfg(target_os = "linux")]
mod linux {
    use std::time::Duration;

    use zbus::blocking::connection::Builder;
    use zbus::blocking::{Connection, Proxy};
    use zbus::fdo::{RequestNameFlags, RequestNameReply};

    use super::Instance;

    const NAME: &str = "org.fieldnotes.Desktop";
    const PATH: &str = "/org/fieldnotes/Desktop";
    /// A bus that does not answer must not keep anybody from their notes.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// The name on the session bus, ours while this lives.
    #[derive(Debug, Default)]
    pub struct Claim {
        _bus: Option<Connection>,
    }

    /// What a second start calls.
    struct Door<F>(F);

    #[zbus::interface(name = "org.fieldnotes.Desktop")]
    impl<F: Fn(Vec<String>) + Send + Sync + 'static> Door<F> {
        /// Shows the window, and opens files.
        fn show(&self, files: Vec<String>) {
            (self.0)(files);
        }
    }

    /// Asks to be the only one. `shown` is called when another start hands its files over.
    pub fn claim(
        files: &[String],
        shown: impl Fn(Vec<String>) + Send + Sync + 'static,
    ) -> Instance {
        let bus = Builder::session();
        bus.and_then(|bus| ask(bus, files, shown))
            .unwrap_or_else(|_| Instance::First(Claim::default()))
    }

    fn ask(
        bus: Builder<'_>,
        files: &[String],
        shown: impl Fn(Vec<String>) + Send + Sync + 'static,
    ) -> zbus::Result<Instance> {
        let bus = bus
            .method_timeout(PATIENCE)
            .serve_at(PATH, Door(shown))?
            .build()?;
        match bus.request_name_with_flags(NAME, RequestNameFlags::DoNotQueue.into()) {
            Ok(RequestNameReply::PrimaryOwner | RequestNameReply::AlreadyOwner) => {
                Ok(Instance::First(Claim { _bus: Some(bus) }))
            }
            Ok(_) | Err(zbus::Error::NameTaken) => {
                Proxy::new(&bus, NAME, PATH, NAME)?.call::<_, _, ()>("Show", &files)?;
                Ok(Instance::AlreadyRunning)
            }
            Err(error) => Err(error),
        }
    }

    #[cfg(test)]
    mod tests {
        use std::sync::mpsc::channel;

        use super::*;
        use crate::signals::testing::Bus;

        #[test]
        fn the_second_hands_its_files_to_the_first() {
            let bus = Bus::new();
            let builder = || Builder::address(bus.address.as_str()).expect("an address");
            let (sender, receiver) = channel();
            let shown = move |files| drop(sender.send(files));
            let first = ask(builder(), &[], shown).expect("a bus");
            assert!(matches!(first, Instance::First(_)));

            let files = ["/꾸러미".to_owned()];
            let second = ask(builder(), &files, |_| ()).expect("a bus");
            assert!(matches!(second, Instance::AlreadyRunning));
            assert_eq!(receiver.recv_timeout(PATIENCE), Ok(files.to_vec()));

            drop(first);
            // The bus takes a moment to see that the first is gone.
            let is_first = (0..50).any(|_| {
                std::thread::sleep(Duration::from_millis(20));
                matches!(ask(builder(), &[], |_| ()), Ok(Instance::First(_)))
            });
            assert!(is_first);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    /// Not written yet.
    #[derive(Debug, Default)]
    pub struct Claim;

    pub fn claim(_: &[String], _: impl Fn(Vec<String>) + Send + Sync + 'static) -> super::Instance {
        super::Instance::First(Claim)
    }
}

#[cfg(not(target_os = "linux"))]
pub use elsewhere::{Claim, claim};

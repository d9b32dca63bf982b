//! A bus that belongs to one test.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;

/// A bus, as long as this lives.
pub struct Bus {
    daemon: Child,
    pub address: String,
}

impl Bus {
    pub fn new() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon (package dbus-daemon) runs");
        let mut address = String::new();
        let out = daemon.stdout.take().expect("piped");
        BufReader::new(out)
            .read_line(&mut address)
            .expect("it says its address");
        let address = address.trim().to_owned();
        Self { daemon, address }
    }

    pub fn connect(&self) -> Connection {
        let builder = Builder::address(self.address.as_str()).expect("an address");
        builder.build().expect("the bus is there")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

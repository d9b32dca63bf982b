//! The rig itself: a window opens, is seen, and leaves nothing running.

use rig::stage::Stage;
use rig::window::Window;

#[test]
fn a_window_opens_and_closes() {
    let stage = Stage::new("opens");
    let window = Window::open(&stage);
    println!("{}", window.run_async("const done = arguments[0]; const s = document.querySelector('script[type=module]')?.src; const all=[]; addEventListener('unhandledrejection', (e) => all.push('U ' + e.reason + e.reason?.stack)); addEventListener('error', (e) => all.push('E ' + e.message + e.error?.stack)); document.addEventListener('securitypolicyviolation', (e) => all.push('CSP ' + e.violatedDirective + e.blockedURI + e.sample)); import(s + '?x').then(() => all.push('ok ' + s), (e) => all.push(String(e) + s + (e.stack ?? ''))); setTimeout(() => done(all.join('\\n') + document.body.innerHTML.slice(0,500)), 3000)", Vec::new()).as_str().unwrap());
    println!("{}", window.run_async("const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('vault_look', {folder: '/tmp/xx'}).then((x) => done(x), (e) => done(String(JSON.stringify(e))));", Vec::new()));
}

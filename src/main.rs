//! The program: in a browser it mounts the app; on a host it says how to run it.

#[cfg(target_arch = "wasm32")]
fn main() {
    #[cfg(feature = "contract")]
    cairn::ui::contract::run();
    #[cfg(not(feature = "contract"))]
    cairn::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Cairn runs in the browser. Start it with: cargo xtask serve");
}

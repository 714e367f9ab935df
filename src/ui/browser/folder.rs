//! A folder on the learner's disk that backups go to by themselves (File System Access, where the browser has it). The browser asks
//! the learner once and may want to be asked again; the handle is kept in `IndexedDB`.

use wasm_bindgen::JsValue;

use super::copies::Copies;
use super::js::{call, get, global, object, wait, words};
use crate::app::Folder;

/// Backups of older days beyond so many are taken away (tunable).
const KEPT: usize = 14;

fn able() -> bool {
    get(&global("window"), "showDirectoryPicker").is_function()
}

fn name(handle: &JsValue) -> String {
    get(handle, "name").as_string().unwrap_or_default()
}

async fn permission(handle: &JsValue, method: &str) -> bool {
    let mode = object(&[("mode", "readwrite".into())]);
    let state = wait(handle, method, &[mode]).await;
    state.is_ok_and(|state| state.as_string().as_deref() == Some("granted"))
}

/// How it stands, without asking the learner.
pub(crate) async fn state(copies: Option<&Copies>) -> (Folder, Option<JsValue>) {
    if !able() {
        return (Folder::Unknown, None);
    }
    let handle = match copies {
        Some(copies) => copies.folder().await,
        None => None,
    };
    let Some(handle) = handle else {
        return (Folder::None, None);
    };
    let name = name(&handle);
    if permission(&handle, "queryPermission").await {
        (Folder::Ready(name), Some(handle))
    } else {
        (Folder::Asleep(name), Some(handle))
    }
}

/// Asks the learner: to wake the chosen folder, or to choose one. Must follow a click.
pub(crate) async fn ask(copies: Option<&Copies>) -> Option<(Folder, JsValue)> {
    if let (Folder::Asleep(name), Some(handle)) = state(copies).await
        && permission(&handle, "requestPermission").await
    {
        return Some((Folder::Ready(name), handle));
    }
    let options = object(&[("id", "cairn".into()), ("mode", "readwrite".into())]);
    // Who closes the chooser changes nothing.
    let handle = wait(&global("window"), "showDirectoryPicker", &[options])
        .await
        .ok()?;
    if let Some(copies) = copies {
        copies.keep_folder(&handle);
    }
    Some((Folder::Ready(name(&handle)), handle))
}

/// Writes a file, and takes the oldest backups away. The browser writes beside the old file and swaps at the end, so a file is whole
/// or not there.
pub(crate) async fn write(handle: &JsValue, file: &str, bytes: &[u8]) -> Result<(), String> {
    let attempt = async {
        let create = object(&[("create", true.into())]);
        let entry = wait(handle, "getFileHandle", &[file.into(), create]).await?;
        let stream = wait(&entry, "createWritable", &[]).await?;
        wait(&stream, "write", &[js_sys::Uint8Array::from(bytes).into()]).await?;
        wait(&stream, "close", &[]).await
    };
    attempt.await.map_err(|error: JsValue| words(&error))?;
    // That old ones stay is no harm.
    let _ = thin_out(handle).await;
    Ok(())
}

async fn thin_out(handle: &JsValue) -> Result<(), JsValue> {
    let names = call(handle, "keys", &[])?;
    let mut ours = std::collections::BTreeSet::new();
    loop {
        let step = wait(&names, "next", &[]).await?;
        if get(&step, "done").is_truthy() {
            break;
        }
        if let Some(name) = get(&step, "value").as_string()
            && name.starts_with("cairn-backup-")
            && name
                .rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "cairn")
        {
            ours.insert(name);
        }
    }
    while ours.len() > KEPT {
        if let Some(oldest) = ours.pop_first() {
            wait(handle, "removeEntry", &[oldest.into()]).await?;
        }
    }
    Ok(())
}

# The exchange folder: in the settings, and the line above what is shown.

folder-title = Exchange folder
folder-what = A folder that a USB drive, Syncthing or a file server carries between you and your colleagues. You see what arrives in it; the files of others are never changed.
folder-path = Folder
folder-set = Use this folder
folder-unset = Stop using this folder
folder-gone = The exchange folder cannot be found. Plug in the USB drive, or wait for the server.
folder-put =
    { $records ->
        [one] Send 1 record
       *[other] Send { $records } records
    } { $people ->
        [one] to 1 colleague
       *[other] to { $people } colleagues
    }
folder-put-thanks =
    { $people ->
        [one] Send an acknowledgement to 1 colleague
       *[other] Send acknowledgements to { $people } colleagues
    }
folder-putting = Sending
folder-put-done = Saved to the exchange folder.
folder-nothing-due = Nothing to send.
folder-unverified = Not verified, so nothing is sent to them automatically: { $names }.
folder-arrived =
    { $count ->
        [one] 1 file arrived from { $names }
       *[other] { $count } files arrived from { $names }
    }
folder-arrived-look = Show received files
folder-lies = Files in the folder
folder-file-ready = Arrived from { $name }, not received yet.
folder-file-partial = From { $name }. Received, except for what you left out.
folder-file-unknown-sender = From somebody who is not a colleague, or was retired.
folder-file-needs-passphrase = Protected by a passphrase. Ask the sender for it.
folder-file-forbidden = The system does not allow you to read this file. Ask the person who saved it, or the administrator of the folder.
folder-file-damaged = Damaged, or not a bundle. If you expect a bundle, ask the sender to send it again.
folder-file-coming = Still arriving. Wait until it is complete.
folder-file-coming-more = Still arriving, { $size } to go. Wait until it is complete.
folder-file-look = Preview
folder-file-look-at = Preview { $name }
folder-more = Too many files: { $count } were not checked. Remove old files from the folder.

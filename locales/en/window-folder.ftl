# The exchange folder: in the settings, and the line above what is shown.

folder-title = Exchange folder
folder-what = A folder that a stick, Syncthing or a file server carries between you and your colleagues. What arrives is offered to you; nothing of others' in it is changed.
folder-path = Folder
folder-set = Use this folder
folder-unset = Use none
folder-gone = The folder is not there now. Put the stick in, or wait for the server.
folder-put =
    { $records ->
        [one] Put out what is due (1 record
       *[other] Put out what is due ({ $records } records
    } { $people ->
        [one] for 1 colleague)
       *[other] for { $people } colleagues)
    }
folder-put-thanks =
    { $people ->
        [one] Tell 1 colleague that their file arrived
       *[other] Tell { $people } colleagues that their files arrived
    }
folder-putting = Putting out
folder-put-done = Put into the exchange folder.
folder-nothing-due = Nothing is due.
folder-unverified = Nothing goes there by itself to: { $names }. Their fingerprints were never compared.
folder-arrived =
    { $count ->
        [one] 1 file arrived from { $names }
       *[other] { $count } files arrived from { $names }
    }
folder-arrived-look = Look at what came
folder-lies = What lies there
folder-file-ready = Arrived from { $name }, not taken in yet.
folder-file-partial = From { $name }. Taken in, but for what you left out.
folder-file-unknown-sender = From somebody who is no colleague of this vault, or is one no more.
folder-file-needs-passphrase = Opens with a passphrase. Ask the sender for it.
folder-file-forbidden = The system does not let you read it. Ask who put it there, or who runs the folder.
folder-file-damaged = Damaged, or not a bundle. If you expect something, ask for it again.
folder-file-coming = Still coming. It is waited for.
folder-file-coming-more = Still coming, { $size } to go. It is waited for.
folder-file-look = Look
folder-file-look-at = Look at { $name }
folder-more = Too many files: { $count } were not looked at. Clear old ones out of the folder.

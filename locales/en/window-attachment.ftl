# Files that belong to a record.

attachment-title = Attachments
attachment-add = Attach a file
attachment-adding = Encrypting the file
attachment-saving = Writing the file out
attachment-save = Save a copy…
attachment-saved = Written unencrypted to { $file }
attachment-show-picture = Show
attachment-show-sound = Play
attachment-hide = Hide
attachment-reading = Reading…
attachment-cannot-show = This file cannot be shown here. Save a copy to open it elsewhere.
attachment-too-large = Too large to be shown here (over 64 MB).
attachment-not-held = Its content was not sent to this vault.
attachment-nameless = File without a name

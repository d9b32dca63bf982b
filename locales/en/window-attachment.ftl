# Files that belong to a record.

attachment-title = Attachments
attachment-add = Attach file…
attachment-adding = Encrypting the file
attachment-saving = Saving the file
attachment-save = Save copy…
attachment-saved = Saved unencrypted to { $file }
attachment-show-picture = Show
attachment-show-sound = Play
attachment-hide = Hide
attachment-reading = Opening…
attachment-cannot-show = This file cannot be shown here. Save a copy to open it in another program.
attachment-too-large = This file is too large to show here (over 67 MB). Save a copy to open it in another program.
attachment-not-held = This vault does not have the content of this file.
attachment-nameless = Unnamed file

# A record while it is being written: where it is kept, saving, what can be done with it.

draft-empty = Nothing written yet
draft-typing = Keeping…
draft-kept = The vault holds a draft · { $ago }
draft-saving = Saving…
draft-drop-refusal = Remove the refusal or withdrawal and save
draft-saved = Saved · { $ago }
draft-failed = Not kept yet. It will be tried again.
draft-not-saved = Not saved. The vault holds the draft.
draft-stays = What you typed could not be kept, so this page stays. As soon as it is kept you can go on; to go without it, discard the draft.

draft-menu = More about this record
draft-beside = Details
draft-history = History
draft-export = Export as a bundle…
draft-review = Make a review package…
draft-discard = Discard the draft…
draft-trash = Move to the trash…

draft-discard-ask = Discard the draft?
    .hint = What was written since the last save is gone. What was saved stays.
    .new = This record was never saved. Nothing of it will be left.
draft-discard-yes = Discard the draft
draft-trash-ask = Move this record to the trash?
    .hint = It can be taken out of the trash again.
draft-trash-yes = Move to the trash

draft-conflict = This record was changed in two places. Both versions are kept; what you write goes on top of the one shown here.
draft-settle = Settle the conflict
draft-meanwhile-merged = The record was changed since you began to write. Both changes are kept, in different places of it.
draft-meanwhile-conflict = The record was changed since you began to write, in the same place. Both versions are kept.
draft-meanwhile-see = See the other change
draft-read-only = This vault is open for reading only. Nothing can be changed.
draft-unread = The newest revision of this record cannot be read here. You see the one before it. What you save stands beside the newest, and nothing of it is lost.
draft-sealed = This testimony is sealed and can only be read.
draft-reopen = Open it for writing again

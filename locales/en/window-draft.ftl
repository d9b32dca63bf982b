# A record while it is being written: where it is kept, saving, what can be done with it.

draft-empty = Empty
draft-typing = Saving draft…
draft-kept = Draft saved · { $ago }
draft-saving = Saving…
draft-drop-refusal = Remove the refusal or withdrawal and save
draft-saved = Saved · { $ago }
draft-failed = The draft could not be saved. Trying again…
draft-not-saved = Not saved. Your changes are in the draft.
draft-stays = Your changes could not be saved as a draft, so this page stays open. You can leave it as soon as they are saved, or discard the draft.

draft-menu = More actions for this record
draft-beside = Details
draft-history = History
draft-export = Send as bundle…
draft-review = Create review package…
draft-discard = Discard draft…
draft-trash = Delete…

draft-discard-ask = Discard the draft?
    .hint = Changes since the last save are lost. The saved revision stays.
    .new = This record was never saved. It is deleted completely.
draft-discard-yes = Discard draft
draft-trash-ask = Delete this record?
    .hint = It moves to the trash. You can restore it from there.
draft-trash-yes = Delete

draft-conflict = This record is in conflict. Both versions are kept; your changes apply to the one shown here.
draft-settle = Resolve conflict
draft-meanwhile-merged = The record was changed while you were writing, in other fields. Both changes are kept.
draft-meanwhile-conflict = The record was changed while you were writing, in the same field. Both versions are kept.
draft-meanwhile-see = Show the other change
draft-read-only = This vault is read-only. You cannot change anything.
draft-unread = The newest revision of this record cannot be read. You see the revision before it. Saving keeps the newest revision as well.
draft-sealed = This testimony is sealed and read-only.
draft-reopen = Reopen testimony

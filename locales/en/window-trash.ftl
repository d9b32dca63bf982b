# The trash.

trash-title = Trash
trash-lede = Records are never deleted permanently. Records in the trash do not appear in lists or searches. You can restore them at any time. Colleagues who receive your bundle see them in their trash too.
trash-empty = The trash is empty.
    .hint = To delete a record, open it and choose “{ draft-trash }”.
trash-restore = Restore
trash-restore-named = Restore: { $title }
trash-restored = “{ $title }” was restored.
trash-more = Show more

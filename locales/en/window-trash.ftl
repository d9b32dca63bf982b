# The trash.

trash-title = Trash
trash-lede = Nothing is deleted for ever. What lies here is not listed and not found, and can be taken out at any time. Colleagues who take in your bundle see it in their trash too.
trash-empty = The trash is empty.
    .hint = A record is put here from its own page.
trash-restore = Take out
trash-restore-named = Take out: { $title }
trash-restored = “{ $title }” is out of the trash.
trash-more = Show more

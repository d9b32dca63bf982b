# Conflicts: records that were changed on several sides.

conflict-title = Conflicts
conflict-lede = Records that were changed on several sides independently. All sides are kept until you decide.
conflict-none = No conflicts.
conflict-none-hint = If you and a colleague change the same field of a record, the record is listed here.
conflict-sides = { $count } sides
conflict-places = { $count ->
        [one] { $count } difference to resolve
       *[other] { $count } differences to resolve
    }
conflict-show = Resolve
conflict-show-what = Resolve “{ $title }”
conflict-merged-title = Merged automatically
conflict-merged-lede = These records were also changed on several sides, but in different fields, so that all changes are kept together. You don't need to do anything: the next save writes them as one revision.
conflict-write = Save
conflict-write-what = Save the merged record “{ $title }”
conflict-write-all = Save all { $count }
conflict-one-lede = This record was changed on several sides. Whatever you choose, all sides stay in the history.
conflict-by-self = This vault
conflict-by-unknown = Unknown author
conflict-side = { $who } · { $time }
conflict-trashed = Deleted
conflict-kept = Changed and kept
conflict-all-merged = There are no differences to resolve: the sides changed different fields.
conflict-element = No. { $number }
conflict-place-order = Order
conflict-place-trashed = Trash
conflict-place-schema = Record version
conflict-place-record = Whole record
conflict-before = Before
conflict-before-unknown = The earlier text is not in this vault.
conflict-absent = Empty on this side
conflict-not-held = The content of this side has not arrived yet.
conflict-no-paragraph = No such paragraph on this side
conflict-take = Keep this
conflict-take-nothing = Keep neither
conflict-taken = Kept
conflict-take-both = Keep both
conflict-take-all = Keep all from this side
conflict-by-hand = Edit
conflict-hand-label = New text: { $place }
conflict-hand-lines = One item per line.
conflict-merged = { $count ->
        [one] { $count } difference merged automatically
       *[other] { $count } differences merged automatically
    }
conflict-merged-from = Changed by: { $who }
conflict-merged-gone = Removed
conflict-record = Whole record
conflict-record-hint = Where the sides differ, one of them is shown.
conflict-count = { $done } of { $total } resolved
conflict-forget = Start over
conflict-later = Later
conflict-news = This record was changed in the meantime, so nothing was saved. You now see its latest state. Your choices were kept where possible.
conflict-drop-refusal = Remove the refusal or withdrawal and save
conflict-taken-up = Your earlier choices are still here.
conflict-done-settled = Conflict resolved. All sides stay in the history.
conflict-done-gone = This conflict is already resolved.
conflict-to-list = Back to conflicts
conflict-to-record = Open record

# Conflicts: records that were changed on several sides.

conflict-title = Conflicts
conflict-lede = Records that were changed on several sides without knowing of each other. All sides are kept until you decide.
conflict-none = There are no conflicts.
conflict-none-hint = When a colleague and you change the same place in a record, it is shown here.
conflict-sides = { $count } sides
conflict-places = { $count ->
        [one] { $count } place to decide
       *[other] { $count } places to decide
    }
conflict-show = Look at it
conflict-show-what = Look at it: “{ $title }”
conflict-merged-title = Merged by themselves
conflict-merged-lede = These were changed on several sides too, but nowhere in the same place, so that all changes stand together. You need not do anything: they are written down as one revision when somebody saves them next.
conflict-write = Write down
conflict-write-what = Write down what is merged: “{ $title }”
conflict-write-all = Write down all { $count }
conflict-one-lede = It was changed in several places. No word of any side goes away: all stay in the history.
conflict-by-self = This vault
conflict-by-unknown = Unknown person
conflict-side = { $who } · { $time }
conflict-trashed = Put in the trash
conflict-kept = Changed, and kept
conflict-all-merged = Nothing is left to decide: the sides changed different places.
conflict-element = No. { $number }
conflict-place-order = Order
conflict-place-trashed = Trash
conflict-place-schema = Version of the record
conflict-place-record = The whole record
conflict-before = What stood here before
conflict-before-unknown = What stood here before did not come along.
conflict-absent = Nothing on this side
conflict-not-held = What this side says has not come yet.
conflict-no-paragraph = No such paragraph
conflict-take = Take this
conflict-take-nothing = Leave it out
conflict-taken = Taken
conflict-take-both = Take both
conflict-take-all = Take all from this side
conflict-by-hand = Write it myself
conflict-hand-label = What is to stand there: { $place }
conflict-hand-lines = One on each line.
conflict-merged = { $count ->
        [one] Merged without a question: { $count } place
       *[other] Merged without a question: { $count } places
    }
conflict-merged-from = Changed by: { $who }
conflict-merged-gone = Taken out
conflict-record = The whole record
conflict-record-hint = Where the sides disagree, it shows what one of them says.
conflict-count = { $done } of { $total } decided
conflict-forget = Begin anew
conflict-later = Later
conflict-news = Something new has come for this record meanwhile, so nothing was saved. This is how it stands now; what you chose is still there where it could stay.
conflict-drop-refusal = Remove the refusal or withdrawal and save
conflict-taken-up = What you chose last time is still there.
conflict-done-settled = It is settled. All sides stay in the history.
conflict-done-gone = There is nothing left to settle: it was done meanwhile.
conflict-to-list = To the conflicts
conflict-to-record = Open the record

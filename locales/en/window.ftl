# Words that all screens of the window share.

app-name = Field Notes

button-cancel = Cancel
button-close = Close
button-back = Back
button-next = Next
button-done = Done
button-save = Save
button-open = Open

kind-testimony = Testimony
kind-person = Person
kind-place = Place
kind-note = Note
kind-attachment = Attachment

path-choose = Choose…
path-choose-for = Choose: { $label }
path-none = Nothing selected
passphrase-show = Show passphrase
passphrase-caps-lock = Caps Lock is on.
working-stopping = Stopping. Nothing is changed.
working-count = { $done } of { $total }

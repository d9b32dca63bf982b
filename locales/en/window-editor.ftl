# The testimony: its head and its two columns.

editor-title = Title
editor-title-prompt = Untitled testimony
editor-status = Status
editor-status-draft = In progress
editor-status-complete = Complete
editor-status-sealed = Sealed
editor-sessions = { $count ->
    [one] { $count } interview
   *[other] { $count } interviews
}
editor-text = Testimony and translation
editor-original = Original
editor-translation = Translation
editor-original-prompt = Enter the original
editor-translation-prompt = Enter the translation · Tab
editor-keys = Enter: new paragraph · Shift+Enter: line break · Tab: switch column · Esc: leave the text
editor-keys-read-only = Tab: switch column · Esc: leave the text

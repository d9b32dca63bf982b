# The testimony: its head and its two columns.

editor-title = Title
editor-title-prompt = Untitled testimony
editor-status = How far it is
editor-status-draft = Being written
editor-status-complete = Complete
editor-status-sealed = Sealed
editor-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
editor-text = The testimony and its translation
editor-original = Original
editor-translation = Translation
editor-original-prompt = The original here
editor-translation-prompt = Translation here · Tab
editor-keys = Enter: new paragraph · Shift+Enter: line break · Tab: to the translation and back · Esc: leave the text
editor-keys-read-only = Tab: to the translation and back · Esc: leave the text

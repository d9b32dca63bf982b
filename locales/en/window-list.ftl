# The list of records, and searching in it.

list-open = List
list-search = Search
list-search-clear = Clear search
list-kinds = Record types
list-kind-all = All
list-kind-testimony = Testimonies
list-kind-person = People
list-kind-place = Places
list-kind-note = Notes
list-records = Records
list-results = Search results
list-drafts = Drafts
list-saved = Saved
list-untitled = Untitled
list-unreadable = Unreadable
list-conflict = Conflict
list-empty = No records yet.
    .hint = Records that you save are listed here, most recently saved first.
list-found = { $count ->
        [one] { $count } record found
       *[other] { $count } records found
    }
list-found-exact = { $count ->
        [0] no exact matches
        [one] { $count } exact match
       *[other] { $count } exact matches
    }
list-near = Similar spellings
list-slip = Did you mean
list-pending = { $count ->
        [one] Preparing the search. { $count } record is still missing.
       *[other] Preparing the search. { $count } records are still missing.
    }
list-unclear = Ignored, because not understood: { $parts }
list-chips = Search filters
list-chip-conflict = In conflict
list-chips-more = More…
list-chips-fewer = Fewer
list-order = Sort order
list-order-saved = Recently saved
list-order-created = Recently added
list-order-title = Title
list-reversed = Reverse order
list-nothing-found = No records found.
    .hint = Try fewer or shorter words, or all record types. Words in “quotes” must match exactly. To search the trash, enter is:trashed.
list-help = Search syntax
    .hint = Finds records that match everything you enter. Upper and lower case and accents do not matter.
list-help-words = river Onsong
    .says = Both words, anywhere. A word is also found inside longer words; similar spellings come last.
list-help-quotes = "crossed the river"
    .says = Exact match only.
list-help-or = Yanji OR Tumen
    .says = Either of the two. Use brackets ( ) to group.
list-help-not = -Beijing
    .says = Without this word.
list-help-initials = ㅈㅇ
    .says = Korean initial consonants: ㅈㅇ finds 증언.
list-help-names = Lee
    .says = Names in either script: Lee also finds 이 and 리.
list-help-text = person:Lee  place:Onsong
    tag:border  act:arrest  title:night
    .says = Only in the names of people and places, or in tags, acts and titles.
list-help-date = date:1997..1999
    date:1998-03
    .says = Events of a year, a month, a day, or a period.
list-help-is = is:conflict  is:draft
    .says = Also is:complete, is:sealed, is:trashed, is:unreadable.
list-help-has = has:audio  has:consent
    .says = Also video, image, document, attachment, translation, journey, acts.
list-help-kind = kind:person
    .says = Also testimony, place, note, attachment. The Korean names work too: 인물:, 장소:, 태그:, 행위:, 제목:, 날짜:, 상태:, 포함:, 종류:.

# What was found in a record that is open.

marks-label = Matches for “{ $query }”
marks-previous = Previous match
marks-next = Next match
marks-end = Clear highlights
marks-none = The match is in a collapsed part, or not in the text shown here.

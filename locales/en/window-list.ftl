# The list of records, and searching in it.

list-open = List
list-search = Search
list-search-clear = Clear the search
list-kinds = Kinds of records
list-kind-all = All
list-kind-testimony = Testimonies
list-kind-person = People
list-kind-place = Places
list-kind-note = Notes
list-records = Records
list-results = What was found
list-drafts = Being written
list-saved = Saved
list-untitled = Without a title
list-unreadable = Cannot be read here
list-conflict = Conflict
list-empty = Nothing here yet.
    .hint = What you write and save is listed here, last saved first.
list-found = { $count ->
        [one] { $count } record found
       *[other] { $count } records found
    }
list-found-exact = { $count ->
        [0] none to the letter
       *[other] { $count } to the letter
    }
list-near = Similar spellings
list-slip = Perhaps you meant
list-pending = { $count ->
        [one] The search is being prepared; { $count } record is still missing.
       *[other] The search is being prepared; { $count } records are still missing.
    }
list-unclear = Not understood, and left out: { $parts }
list-chips = Add to the search
list-chip-conflict = In conflict
list-chips-more = More …
list-chips-fewer = Fewer
list-order = Order
list-order-saved = Last saved
list-order-created = Last added
list-order-title = By title
list-reversed = The other way round
list-nothing-found = Nothing was found.
    .hint = Try fewer or shorter words, or all kinds. Words in “quotes” are found only exactly so. The trash is searched with is:trashed.
list-help = What can be asked
    .hint = Records are found that have all of this. Capitals and accents do not matter.
list-help-words = river Onsong
    .says = Both words, anywhere. A word is found inside longer ones; other spellings come after.
list-help-quotes = "crossed the river"
    .says = Exactly so, and nothing similar.
list-help-or = Yanji OR Tumen
    .says = Either of the two; brackets ( ) group.
list-help-not = -Beijing
    .says = Without this word.
list-help-initials = ㅈㅇ
    .says = Korean by initials: ㅈㅇ finds 증언.
list-help-names = Lee
    .says = Names in either script: Lee also finds 이 and 리.
list-help-text = person:Lee  place:Onsong
    tag:border  act:arrest  title:night
    .says = Only in names of people, places, tags, acts, titles.
list-help-date = date:1997..1999
    date:1998-03
    .says = What happened then: a year, a month, a day, or from one to another.
list-help-is = is:conflict  is:draft
    .says = Also is:complete, is:sealed, is:trashed, is:unreadable.
list-help-has = has:audio  has:consent
    .says = Also video, image, document, attachment, translation, journey, acts.
list-help-kind = kind:person
    .says = Also testimony, place, note, attachment. Korean names do too: 인물:, 장소:, 태그:, 행위:, 제목:, 날짜:, 상태:, 포함:, 종류:.

# What was found in a record that is open.

marks-label = Where “{ $query }” stands
marks-previous = Previous place
marks-next = Next place
marks-end = Take the marks away
marks-none = It stands in a part that is folded, or in no text here.

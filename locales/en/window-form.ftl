# The forms of records.

form-not-said = —
form-own-words = “{ $words }”, in these words
form-add-term = Add…
form-add-person = Person, or a name in words
form-find-record = Find a record
form-find-or-words = Find a record, or write it in words
form-as-said = As it was said: “{ $words }”
form-untitled = Untitled
form-not-here = A record that is not in this vault
form-link-add = Link to a record
form-add = Add: { $what }
form-change = Change
form-more = More
form-more-one = More about { $what }
form-remove = Remove
form-remove-one = Remove { $what }
form-removed = Removed: { $what }
form-undo = Undo
form-up = Move up
form-up-one = Move { $what } up
form-down = Move down
form-down-one = Move { $what } down
form-known-unknown = Not known
form-known-yes = Yes
form-known-no = No
form-safe-unknown = Not known, so not safe
form-safe-yes = Safe
form-safe-no = Not safe
form-safe-not-known = Not known to be safe
form-safe-when = When
form-safe-as = Say you are
form-leg-unknown = somewhere
form-leg-no-date = no date yet
form-paragraph = { $number } · { $beginning }
form-paragraph-gone = A paragraph that is no longer there
form-confidentiality-normal = Normal
    .hint = Goes in every bundle.
form-confidentiality-restricted = Restricted
    .hint = Goes only where you choose this record by itself.
form-confidentiality-vault = This vault only
    .hint = Never leaves this vault.
form-fault-date = This is not a date. Write it like 1998, 1998-03, 1998-03-21, 1998?, 1998~ or 1997/1999.
form-fault-number = Write a number from { $least } to { $most }.
form-fault-amount = Write a whole number, without signs or separators: 500.
form-date-hint = 1998, 1998-03, 1998?, 1998~, 1997/1999
form-date-plain = { $year }
form-date-decade = the { $year }s
form-date-century = some year from { $year } on
form-date-year = { $year }
form-date-spring = spring of { $year }
form-date-summer = summer of { $year }
form-date-autumn = autumn of { $year }
form-date-winter = winter of { $year }
form-date-uncertain = perhaps { $date }
form-date-about = about { $date }
form-date-uncertain-about = perhaps about { $date }
form-date-from-to = from { $begin } to { $end }
form-date-since = since { $begin }, still so
form-date-began = began { $begin }, end not known
form-date-until = until { $end }
form-date-ended = ended { $end }, beginning not known
form-consent-every-use = Every use
form-consent-undecided = not said
form-consent-until = until { $until }
form-consent-of-a-person = What this person, or somebody for them, decided. A refusal, or a use that was not granted, keeps this record here.
form-consent-none = No consent is written down
    .hint = The testimony still goes in bundles. Ask the narrator, and write down what they say.
form-consent-granted = Consent to share inside
    .hint = Goes in bundles to colleagues.
form-consent-granted-until = Consent to share inside · until { $until }
    .hint = Goes in bundles to colleagues until then.
form-consent-expired = Consent has expired · { $until }
    .hint = Stays out of bundles. Ask the narrator again.
form-consent-refused = Refused · { $use }
    .hint = Stays out of bundles.
form-consent-withdrawn = Withdrawn · { $use }
    .hint = Stays out of bundles. Inform the colleagues who have it.
form-consent-not-covered = No consent to share inside
    .hint = Stays out of bundles to colleagues.
form-consent-not-understood = Written by a later version
    .hint = It is taken for a refusal: stays out of bundles.
form-missing = Not written yet
form-missing-narrator = Narrator
form-missing-consent = What the narrator consents to
form-missing-session = The interview: when, by whom
form-missing-translation = Translation of paragraph { $numbers }
form-missing-leg-date = Date of leg { $numbers } of the journey
form-group-names = Names
form-group-contacts = Safe contact
    .add = Way to reach them
form-group-whereabouts = Whereabouts
    .add = Whereabouts
form-group-needs = Needs
    .add = Need
form-group-origin = Birth and origin
    .add = Birth and origin
form-group-relationships = Relationships
    .add = Relationship
form-group-occupations = Work and schooling
    .add = Work or schooling
form-group-documents = Identity documents
    .add = Identity document
form-group-reliability = As a source
    .add = Reliability as a source
form-group-notes = Remarks
    .add = Remarks
form-group-links = Links
    .add = Link
form-group-keeping = How far it may go
form-group-description = Description
form-group-coordinates = Coordinates
    .add = Coordinates
form-group-note = Note
form-group-author = Who observed or spoke
    .add = Who observed or spoke
form-group-attachment = What it is
form-group-file = The file
    .add = The file
form-group-narrator = Narrator
    .add = Narrator
form-group-consent = Consent
    .add = Consent
form-group-acts = Acts
    .add = Act
form-group-journey = Journey
    .add = Leg of the journey
form-group-sessions = Interviews
    .add = Interview
form-group-posts = Posts held
    .add = Post held
form-group-steps = Steps and proceedings
    .add = Steps and proceedings
form-group-prior-accounts = Earlier accounts
    .add = Earlier account
form-one-name = A name
form-one-contact = A way to reach them
form-one-need = A need
form-one-whereabouts = Whereabouts
form-one-relationship = A relationship
form-one-occupation = Work or schooling
form-one-identity-document = A document
form-one-session = An interview
form-one-act = An act
form-one-victim = A victim
form-one-perpetrator = A perpetrator
form-one-leg = A leg
form-one-cost = A cost
form-one-harm = A harm
form-one-passage = A passage
form-one-consent-entry = A consent decision
form-one-post = A post
form-one-prior-account = An earlier account
form-one-step-taken = A step taken
form-one-proceeding = Proceedings
form-one-classification = A legal classification
form-one-link = A link
form-fault-value = { $fault ->
        [wrong_shape] This cannot stand here.
        [duplicate_id] Two entries are the same one. Remove one of them.
       *[other] This value cannot be.
    } Correct it, then save again.
form-date-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    } { $year }
form-date-day = { $day } { form-date-month }

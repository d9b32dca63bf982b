# The forms of records.

form-not-said = —
form-own-words = Use “{ $words }”
form-add-term = Add…
form-add-person = Find a person, or enter a name
form-find-record = Find a record
form-find-or-words = Find a record, or enter text
form-as-said = As stated: “{ $words }”
form-untitled = Untitled
form-not-here = Record not in this vault
form-link-add = Link to a record
form-add = Add: { $what }
form-change = Change
form-more = More
form-more-one = More: { $what }
form-remove = Remove
form-remove-one = Remove: { $what }
form-removed = Removed: { $what }
form-undo = Undo
form-up = Move up
form-up-one = Move up: { $what }
form-down = Move down
form-down-one = Move down: { $what }
form-known-unknown = Unknown
form-known-yes = Yes
form-known-no = No
form-safe-unknown = Unknown (treated as not safe)
form-safe-yes = Safe
form-safe-no = Not safe
form-safe-not-known = Not known to be safe
form-safe-when = Safe hours
form-safe-as = Introduce yourself as
form-leg-unknown = unknown place
form-leg-no-date = no date
form-paragraph = { $number } · { $beginning }
form-paragraph-gone = Deleted paragraph
form-confidentiality-normal = Normal
    .hint = Can be sent in any bundle.
form-confidentiality-restricted = Restricted
    .hint = Only sent when you select this record.
form-confidentiality-vault = This vault only
    .hint = Never leaves this vault.
form-fault-date = This is not a valid date. Enter dates like 1998, 1998-03, 1998-03-21, 1998?, 1998~ or 1997/1999.
form-fault-number = Enter a number from { $least } to { $most }.
form-fault-amount = Enter a whole number without signs or separators, such as 500.
form-date-hint = 1998, 1998-03, 1998?, 1998~, 1997/1999
form-date-plain = { $year }
form-date-decade = the { $year }s
form-date-century = the { $year }s (century)
form-date-year = { $year }
form-date-spring = spring of { $year }
form-date-summer = summer of { $year }
form-date-autumn = autumn of { $year }
form-date-winter = winter of { $year }
form-date-uncertain = perhaps { $date }
form-date-about = about { $date }
form-date-uncertain-about = perhaps about { $date }
form-date-from-to = from { $begin } to { $end }
form-date-since = since { $begin }, ongoing
form-date-began = began { $begin }, end unknown
form-date-until = until { $end }
form-date-ended = ended { $end }, beginning unknown
form-consent-every-use = All purposes
form-consent-undecided = no answer
form-consent-until = until { $until }
form-consent-of-a-person = The decision of this person, or of somebody on their behalf. If consent was refused, or does not cover the purpose, this record is not sent.
form-consent-none = No consent recorded
    .hint = Only colleagues inside the organisation can receive the testimony. Ask the narrator, and record the answer.
form-consent-granted = Consent to internal sharing
    .hint = Can be sent to colleagues.
form-consent-granted-until = Consent to internal sharing · until { $until }
    .hint = Can be sent to colleagues until then.
form-consent-expired = Consent expired · { $until }
    .hint = Not sent to colleagues. Ask the narrator again.
form-consent-refused = Consent refused · { $use }
    .hint = Not sent to colleagues.
form-consent-withdrawn = Consent withdrawn · { $use }
    .hint = Not sent to colleagues. Inform those who already have it.
form-consent-not-covered = No consent to internal sharing
    .hint = Not sent to colleagues.
form-consent-not-understood = Consent from a later version
    .hint = This version cannot read it and treats it as a refusal. Not sent.
form-missing = Missing information
form-missing-narrator = Narrator
form-missing-consent = Consent
form-missing-session = Interview
form-missing-translation = Translation of paragraph { $numbers }
form-missing-leg-date = Date of journey leg { $numbers }
form-group-names = Names
form-group-contacts = Safe contact
    .add = Contact method
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
form-group-reliability = Reliability as a source
    .add = Reliability as a source
form-group-notes = Remarks
    .add = Remarks
form-group-links = Links
    .add = Link
form-group-keeping = Confidentiality and tags
form-group-description = Description
form-group-coordinates = Coordinates
    .add = Coordinates
form-group-note = Note
form-group-author = Observer or speaker
    .add = Observer or speaker
form-group-attachment = Description and source
form-group-file = File details
    .add = File details
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
    .add = Step or proceedings
form-group-prior-accounts = Earlier accounts
    .add = Earlier account
form-one-name = Name
form-one-contact = Contact method
form-one-need = Need
form-one-whereabouts = Whereabouts
form-one-relationship = Relationship
form-one-occupation = Work or schooling
form-one-identity-document = Identity document
form-one-session = Interview
form-one-act = Act
form-one-victim = Victim
form-one-perpetrator = Perpetrator
form-one-leg = Leg of the journey
form-one-cost = Cost
form-one-harm = Harm
form-one-passage = Passage
form-one-consent-entry = Consent decision
form-one-post = Post held
form-one-prior-account = Earlier account
form-one-step-taken = Step taken
form-one-proceeding = Proceedings
form-one-classification = Legal classification
form-one-link = Link
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

# Review packages: for somebody who reads and changes nothing.

review-make-title = Create review package
review-make-lede = Create an encrypted file for a lawyer, a researcher or a commission. They can read it but not change it. They need this program, but no vault.
review-to-read = Open review package…
review-what = Contents
review-attachments = Attachments of the selected records
review-attachments-hint = Only the attachments that you select are included. They are included unchanged: nothing in pictures, sound or documents is hidden.
review-attachment-missing = content not in this vault
review-purpose-label = Purpose of the review
review-purpose-hint = Only records whose narrator consented to this purpose can be included.
review-passphrase = Passphrase
review-make = Create review package
review-writing = Creating the review package
review-written = Review package saved to { $path }
review-written-counts = Records: { $records }, attachments: { $files }, size: { $size }.
review-hand-over = Give the passphrase in another way than the file: by voice, or on paper. Read your fingerprint to the reviewer, so that they can verify it.
review-again = Create another review package

# The steps of creating one.

review-steps = Steps
review-step-head = Step { $number } of { $total }: { $title }
review-step-done = done
review-step-who = Audience and purpose
review-step-contents = Contents
review-step-reading = Redaction
review-step-write = Final check
review-audience-hint = The person or organisation that will read the package, named as in the consent. People get one pseudonym per audience.
review-audiences = Earlier audiences:
review-audience-known = You have prepared a package for this audience before. Its redaction settings are loaded, and its pseudonyms stay the same.
review-consent = Consent
review-consent-clear = Nothing is held back, and there are no conditions to accept.
review-checking = Checking the records…
review-held-back = { $count ->
        [one] { $count } record cannot be included. Leave it out, or change what holds it back.
       *[other] { $count } records cannot be included. Leave them out, or change what holds them back.
    }
review-open-consent = Open consent
review-open-consent-of = Open consent: { $title }
review-leave-out = Leave out
review-leave-out-of = Leave out: { $title }
review-conditions = Read what was agreed with the narrators. Select each condition that this audience will keep to.
review-refused-audience = The narrator said no to “{ $text }”. I confirm that “{ $audience }” is somebody else.
review-profile = Rules
review-profile-lede = These rules apply to every record in the package. The vault is not changed.
review-class-names = Names of persons
review-class-identifiers = Identifiers
review-class-contacts = Contact details
review-class-places = Places
review-class-dates = Dates
review-class-ages = Ages
review-class-prose = Free text
review-class-others = Unknown fields
review-rule-names-pseudonym = Pseudonym
    .hint = Each person gets another name, the same in all packages for this audience.
review-rule-names-remove = Remove
    .hint = A mark replaces every name.
review-rule-names-keep = Keep
    .hint = People who allowed it are named. Others are named only if you give a reason.
review-rule-identifiers-remove = Remove
    .hint = Codes, document numbers, ranks and units are left out.
review-rule-identifiers-keep = Keep
    .hint = Codes, document numbers, ranks and units stay as recorded.
review-rule-contacts-remove = Remove
    .hint = Telephone numbers, addresses and other contact details are left out.
review-rule-contacts-keep = Keep
    .hint = Contact details stay as recorded.
review-rule-places-coarsen = Province or country
    .hint = Each place becomes its province or country, also in texts.
review-rule-places-remove = Remove
    .hint = A mark replaces every place.
review-rule-places-keep = Keep
    .hint = Places stay as recorded.
review-rule-dates-year = Year
    .hint = Only the year of each date stays.
review-rule-dates-season = Season
    .hint = Only the year and the season of each date stay.
review-rule-dates-month = Month
    .hint = Only the year and the month of each date stay. Dates of birth keep only the year while names are hidden.
review-rule-dates-remove = Remove
    .hint = Dates are left out.
review-rule-dates-keep = Keep
    .hint = Dates stay as recorded. Dates of birth keep only the year while names are hidden.
review-rule-ages-group = Age group
    .hint = Each age becomes an age group.
review-rule-ages-remove = Remove
    .hint = Ages are left out.
review-rule-ages-keep = Keep
    .hint = Ages stay as recorded.
review-rule-prose-keep = Keep
    .hint = Texts stay. Names and places in them follow the rules above.
review-rule-prose-remove = Remove
    .hint = All free text is left out, including the narrative.
review-rule-others-remove = Remove
    .hint = Fields that this version does not know are left out.
review-rule-others-keep = Keep
    .hint = Fields that this version does not know stay. Only the names and places in them are replaced.
review-reason = Reason for naming people
review-reason-hint = Why people are named who did not allow it themselves. Leave this empty to name only those who did.
review-people = { $count ->
        [one] { $count } person with another name
       *[other] { $count } people with other names
    }
review-people-hint = This list is for you only. It is not part of the package.
review-people-here = Recorded name
review-people-there = Name in the package
review-people-left-out = Left out
review-preview = Preview
review-column-field = Field
review-column-before = As recorded
review-column-after = In the package
review-row-left-out = Left out: { $why }
review-row-changed = Changed: { $why }
review-why-name = name
review-why-place = place
review-why-identifier = identifier
review-why-contact = contact details
review-why-date = date
review-why-age = age
review-why-prose = free text
review-why-other = unknown field
review-why-record = link to a record
review-why-by-hand = blacked out by you
review-places-of = Replacements in: { $label }
review-place = “{ $text }”
review-place-instead = “{ $text }” becomes “{ $instead }”
review-fate-replaced = Replaced
review-fate-replaced-in-doubt = Replaced, uncertain
review-fate-suggested = Not replaced, please check
review-fate-kept-by-hand = Kept by you
review-fate-by-hand = Blacked out by you
review-act-keep = Keep these words
review-act-keep-of = Keep these words: “{ $text }”
review-act-leave = Leave as it is
review-act-leave-of = Leave as it is: “{ $text }”
review-act-remove = Black out
review-act-remove-of = Black out: “{ $text }”
review-act-undo = Undo
review-act-undo-of = Undo: “{ $text }”
review-count-replaced = replaced: { $count }
review-count-in-doubt = uncertain: { $count }
review-count-suggested = to check: { $count }
review-count-outdated = outdated decisions: { $count }
review-count-leaks = leaks: { $count }
review-open = Places to check: { $count }
review-open-none = No places to check.
review-next-place = Next place
review-black-out = Black out words
review-black-out-words = Words to black out
review-black-out-hint = Type them, or select them in the recorded text.
review-black-out-found = { $count ->
        [0] Not found in this record.
        [one] Found in { $count } place.
       *[other] Found in { $count } places.
    }
review-black-out-selected = Only the selected place.
review-decisions = Your decisions
review-decision-keep = Kept: “{ $text }”
review-decision-remove = Blacked out: “{ $text }”
review-decision-outdated = The text has changed
review-summary = Summary
review-summary-files = Attachments
review-summary-replaced = Replaced or left out
review-summary-open = Not everything was checked. Uncertain replacements: { $doubtful }. Places that may need replacing: { $suggested }.
review-summary-files-as-they-are = Attachments are included unchanged. Names, faces and voices in them are not hidden.
review-no-leaks = Leak check: none of the hidden names, contact details or identifiers were found.
review-leaks = Leak check: hidden information was found. The package cannot be created.
review-leaks-in = { $count ->
        [one] “{ $title }”: { $count } place
       *[other] “{ $title }”: { $count } places
    }
review-leaks-show = Show preview
review-leaks-show-in = Show preview: { $title }
review-written-id = Package ID: { $id }
review-written-id-copy = Copy package ID
review-written-kept = The vault has recorded what left and for whom. See “{ nav-custody }”.

review-read-title = Review package
review-read-lede = Read the records that somebody selected for you. Nothing is saved on this laptop.
review-leave = Back to the start screen
review-file = File
review-open-passphrase = Review package passphrase
review-open-passphrase-hint = Ask the person who created the package.
review-opening = Opening and verifying the review package
review-read-only = Read only
review-made = Created on { $time } · records: { $records } · attachments: { $files } · valid signature
review-exporter = Author's fingerprint
review-exporter-hint = The signature belongs to this fingerprint. To verify whose it is, have the author read it to you by telephone.
review-empty = This review package contains no records.
review-records = Records
review-search = Search in texts
review-found = { $count ->
        [one] Found in { $count } record
       *[other] Found in { $count } records
    }
review-saved-at = Saved on { $time }
review-cite = Copy citation
review-cite-paragraph = Copy citation of paragraph { $number }
review-cite-hint = Cite record, revision and paragraph. The revision identifies this exact wording.
review-citation = Record { $id }, revision { $revision }
review-citation-paragraph = Record { $id }, revision { $revision }, paragraph { $paragraph }
review-attachment-save = Save attachment…
review-attachment-save-hint = The file is not encrypted. Save only what you need.
review-attachment-saving = Saving the attachment
review-attachment-saved = Saved unencrypted to { $path } ({ $size }).

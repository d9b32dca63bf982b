// This file is written by crates/domain/src/records/schema/window.rs. Do not edit it.

/** Each object that stands in a record, by its name: a kind of record, or a part of one. */
export const SHAPES = {
  "act": {
    "summary": [
      "type",
      "how_known",
      "perpetrators",
      "place",
      "dates"
    ],
    "row": [],
    "fields": [
      {
        "member": "type",
        "type": "term",
        "vocabulary": "act-types"
      },
      {
        "member": "how_known",
        "type": "term",
        "vocabulary": "how-known"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "date_type",
        "type": "term",
        "vocabulary": "date-types"
      },
      {
        "member": "place",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "reliability",
        "type": "term",
        "vocabulary": "reliability"
      },
      {
        "member": "victims",
        "type": "list",
        "of": "victim",
        "as": "cards"
      },
      {
        "member": "perpetrators",
        "type": "list",
        "of": "perpetrator",
        "as": "cards"
      },
      {
        "member": "methods",
        "type": "terms",
        "vocabulary": "methods",
        "isWide": true
      },
      {
        "member": "classifications",
        "type": "list",
        "of": "classification",
        "as": "cards"
      },
      {
        "member": "stated_reason",
        "type": "long",
        "isWide": true
      },
      {
        "member": "consequences",
        "type": "long",
        "isWide": true
      },
      {
        "member": "passages",
        "type": "list",
        "of": "passage",
        "as": "cards"
      },
      {
        "member": "note",
        "type": "long",
        "isWide": true
      }
    ]
  },
  "attachment": {
    "summary": [
      "name",
      "shows"
    ],
    "row": [],
    "fields": [
      {
        "member": "name",
        "type": "text",
        "group": "attachment"
      },
      {
        "member": "shows",
        "type": "long",
        "group": "attachment",
        "isWide": true
      },
      {
        "member": "source",
        "type": "text",
        "group": "attachment",
        "isWide": true
      },
      {
        "member": "media_type",
        "type": "fixed",
        "group": "file"
      },
      {
        "member": "size",
        "type": "fixed",
        "group": "file"
      },
      {
        "member": "sha256",
        "type": "fixed",
        "group": "file"
      },
      {
        "member": "attached_to",
        "type": "record",
        "group": "attachment"
      },
      {
        "member": "confidentiality",
        "type": "confidentiality",
        "group": "keeping"
      },
      {
        "member": "tags",
        "type": "tags",
        "group": "keeping"
      },
      {
        "member": "links",
        "type": "links",
        "of": "link",
        "group": "links"
      }
    ]
  },
  "classification": {
    "summary": [
      "law",
      "element"
    ],
    "row": [],
    "fields": [
      {
        "member": "law",
        "type": "term",
        "vocabulary": "laws"
      },
      {
        "member": "element",
        "type": "text"
      },
      {
        "member": "reason",
        "type": "long",
        "isWide": true
      }
    ]
  },
  "consent-entry": {
    "summary": [
      "use",
      "decision",
      "audience",
      "identity",
      "valid_until",
      "conditions"
    ],
    "row": [],
    "fields": [
      {
        "member": "decision",
        "type": "choice",
        "vocabulary": "consent-decisions"
      },
      {
        "member": "use",
        "type": "choice",
        "vocabulary": "consent-uses"
      },
      {
        "member": "audience",
        "type": "text"
      },
      {
        "member": "valid_until",
        "type": "date"
      },
      {
        "member": "identity",
        "type": "term",
        "vocabulary": "consent-identities"
      },
      {
        "member": "voice",
        "type": "known"
      },
      {
        "member": "image",
        "type": "known"
      },
      {
        "member": "conditions",
        "type": "long",
        "isWide": true
      },
      {
        "member": "given_by",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "relation",
        "type": "term",
        "vocabulary": "relationships"
      },
      {
        "member": "why_for_them",
        "type": "text",
        "isWide": true
      },
      {
        "member": "obtained",
        "type": "object",
        "of": "obtained",
        "isWide": true
      }
    ]
  },
  "contact": {
    "summary": [
      "channel",
      "value",
      "through"
    ],
    "row": [],
    "fields": [
      {
        "member": "channel",
        "type": "term",
        "vocabulary": "contact-channels"
      },
      {
        "member": "value",
        "type": "text"
      },
      {
        "member": "safe",
        "type": "known"
      },
      {
        "member": "safe_hours",
        "type": "text"
      },
      {
        "member": "say_you_are",
        "type": "text"
      },
      {
        "member": "through",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "coordinates": {
    "summary": [
      "latitude",
      "longitude",
      "precision"
    ],
    "row": [],
    "fields": [
      {
        "member": "latitude",
        "type": "number",
        "least": -90.0,
        "most": 90.0
      },
      {
        "member": "longitude",
        "type": "number",
        "least": -180.0,
        "most": 180.0
      },
      {
        "member": "precision",
        "type": "term",
        "vocabulary": "precisions"
      },
      {
        "member": "source",
        "type": "text"
      }
    ]
  },
  "cost": {
    "summary": [
      "text",
      "amount currency",
      "paid_to"
    ],
    "row": [],
    "fields": [
      {
        "member": "amount",
        "type": "number",
        "least": 0.0,
        "isWhole": true
      },
      {
        "member": "currency",
        "type": "text"
      },
      {
        "member": "text",
        "type": "text",
        "isWide": true
      },
      {
        "member": "paid_by",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "paid_to",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "owed",
        "type": "known"
      }
    ]
  },
  "harm": {
    "summary": [
      "type",
      "by",
      "dates",
      "text"
    ],
    "row": [],
    "fields": [
      {
        "member": "type",
        "type": "term",
        "vocabulary": "harms"
      },
      {
        "member": "by",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "text",
        "type": "long",
        "isWide": true
      },
      {
        "member": "passages",
        "type": "list",
        "of": "passage",
        "as": "cards"
      }
    ]
  },
  "identity-document": {
    "summary": [
      "type",
      "number",
      "issuer",
      "expires"
    ],
    "row": [],
    "fields": [
      {
        "member": "type",
        "type": "term",
        "vocabulary": "document-types"
      },
      {
        "member": "number",
        "type": "text"
      },
      {
        "member": "issuer",
        "type": "text"
      },
      {
        "member": "place_of_issue",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "name",
        "type": "text"
      },
      {
        "member": "issued",
        "type": "date"
      },
      {
        "member": "expires",
        "type": "date"
      },
      {
        "member": "genuine",
        "type": "known"
      },
      {
        "member": "note",
        "type": "text"
      }
    ]
  },
  "leg": {
    "summary": [
      "from → to",
      "dates",
      "type",
      "means"
    ],
    "row": [],
    "fields": [
      {
        "member": "from",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "to",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "type",
        "type": "term",
        "vocabulary": "leg-types"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "means",
        "type": "terms",
        "vocabulary": "leg-means",
        "isWide": true
      },
      {
        "member": "brokers",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "companions",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "costs",
        "type": "list",
        "of": "cost",
        "as": "cards"
      },
      {
        "member": "harms",
        "type": "list",
        "of": "harm",
        "as": "cards"
      },
      {
        "member": "passages",
        "type": "list",
        "of": "passage",
        "as": "cards"
      },
      {
        "member": "note",
        "type": "long",
        "isWide": true
      }
    ]
  },
  "link": {
    "summary": [
      "record",
      "role"
    ],
    "row": [],
    "fields": [
      {
        "member": "record",
        "type": "record"
      },
      {
        "member": "role",
        "type": "term",
        "vocabulary": "link-roles"
      }
    ]
  },
  "mention": {
    "summary": [
      "record",
      "text"
    ],
    "row": [],
    "fields": [
      {
        "member": "record",
        "type": "record"
      },
      {
        "member": "text",
        "type": "text"
      }
    ]
  },
  "mention-item": {
    "summary": [
      "record",
      "text"
    ],
    "row": [],
    "fields": [
      {
        "member": "record",
        "type": "record"
      },
      {
        "member": "text",
        "type": "text"
      }
    ]
  },
  "name": {
    "summary": [
      "text",
      "script",
      "type",
      "language",
      "note"
    ],
    "row": [
      "text",
      "script",
      "type"
    ],
    "fields": [
      {
        "member": "text",
        "type": "text"
      },
      {
        "member": "script",
        "type": "term",
        "vocabulary": "scripts"
      },
      {
        "member": "type",
        "type": "term",
        "vocabulary": "name-types"
      },
      {
        "member": "language",
        "type": "term",
        "vocabulary": "languages"
      },
      {
        "member": "note",
        "type": "text"
      }
    ]
  },
  "narrator": {
    "summary": [
      "person",
      "code",
      "connection"
    ],
    "row": [],
    "fields": [
      {
        "member": "person",
        "type": "record",
        "kind": "person"
      },
      {
        "member": "code",
        "type": "text"
      },
      {
        "member": "connection",
        "type": "term",
        "vocabulary": "source-connections"
      }
    ]
  },
  "need": {
    "summary": [
      "area",
      "text",
      "status",
      "next_step",
      "due"
    ],
    "row": [],
    "fields": [
      {
        "member": "area",
        "type": "term",
        "vocabulary": "needs"
      },
      {
        "member": "status",
        "type": "term",
        "vocabulary": "need-statuses"
      },
      {
        "member": "text",
        "type": "text",
        "isWide": true
      },
      {
        "member": "next_step",
        "type": "text"
      },
      {
        "member": "due",
        "type": "date"
      },
      {
        "member": "provider",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "since",
        "type": "date"
      }
    ]
  },
  "note": {
    "summary": [
      "text",
      "date"
    ],
    "row": [],
    "fields": [
      {
        "member": "date",
        "type": "date",
        "group": "note"
      },
      {
        "member": "type",
        "type": "term",
        "vocabulary": "note-types",
        "group": "note"
      },
      {
        "member": "text",
        "type": "prose",
        "group": "note",
        "isWide": true
      },
      {
        "member": "about",
        "type": "records",
        "group": "note",
        "isWide": true
      },
      {
        "member": "author",
        "type": "mention",
        "kind": "person",
        "group": "author"
      },
      {
        "member": "confidentiality",
        "type": "confidentiality",
        "group": "keeping"
      },
      {
        "member": "tags",
        "type": "tags",
        "group": "keeping"
      },
      {
        "member": "links",
        "type": "links",
        "of": "link",
        "group": "links"
      }
    ]
  },
  "obtained": {
    "summary": [
      "way",
      "date",
      "by",
      "language"
    ],
    "row": [],
    "fields": [
      {
        "member": "way",
        "type": "term",
        "vocabulary": "consent-ways"
      },
      {
        "member": "date",
        "type": "date"
      },
      {
        "member": "by",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "language",
        "type": "term",
        "vocabulary": "languages"
      },
      {
        "member": "interpreter",
        "type": "mentions",
        "kind": "person"
      }
    ]
  },
  "occupation": {
    "summary": [
      "title",
      "employer",
      "place",
      "dates"
    ],
    "row": [],
    "fields": [
      {
        "member": "title",
        "type": "text"
      },
      {
        "member": "employer",
        "type": "text"
      },
      {
        "member": "place",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "paragraph": {
    "summary": [
      "original",
      "translation"
    ],
    "row": [],
    "fields": [
      {
        "member": "original",
        "type": "prose",
        "isWide": true
      },
      {
        "member": "translation",
        "type": "prose",
        "isWide": true
      },
      {
        "member": "session",
        "type": "element"
      }
    ]
  },
  "passage": {
    "summary": [
      "paragraph",
      "column",
      "quote"
    ],
    "row": [],
    "fields": [
      {
        "member": "paragraph",
        "type": "paragraph",
        "isWide": true
      },
      {
        "member": "column",
        "type": "choice",
        "vocabulary": "passage-columns"
      },
      {
        "member": "quote",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "perpetrator": {
    "summary": [
      "person",
      "type",
      "post",
      "involvement"
    ],
    "row": [],
    "fields": [
      {
        "member": "person",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "type",
        "type": "term",
        "vocabulary": "perpetrator-types"
      },
      {
        "member": "involvement",
        "type": "term",
        "vocabulary": "involvements"
      },
      {
        "member": "post",
        "type": "text"
      },
      {
        "member": "rank",
        "type": "text"
      },
      {
        "member": "unit",
        "type": "text"
      },
      {
        "member": "why_responsible",
        "type": "long",
        "isWide": true
      },
      {
        "member": "status",
        "type": "term",
        "vocabulary": "perpetrator-statuses"
      },
      {
        "member": "note",
        "type": "text"
      }
    ]
  },
  "person": {
    "summary": [
      "names",
      "code"
    ],
    "row": [],
    "fields": [
      {
        "member": "names",
        "type": "list",
        "of": "name",
        "as": "rows",
        "group": "names"
      },
      {
        "member": "code",
        "type": "text",
        "group": "names"
      },
      {
        "member": "form",
        "type": "term",
        "vocabulary": "person-forms",
        "group": "names"
      },
      {
        "member": "roles",
        "type": "terms",
        "vocabulary": "person-roles",
        "group": "names",
        "isWide": true
      },
      {
        "member": "sex",
        "type": "term",
        "vocabulary": "sexes",
        "group": "origin"
      },
      {
        "member": "birth_date",
        "type": "date",
        "group": "origin"
      },
      {
        "member": "age_group",
        "type": "term",
        "vocabulary": "age-groups",
        "group": "origin"
      },
      {
        "member": "birthplace",
        "type": "mention",
        "kind": "place",
        "group": "origin"
      },
      {
        "member": "province_of_origin",
        "type": "term",
        "vocabulary": "provinces",
        "group": "origin"
      },
      {
        "member": "usual_address",
        "type": "text",
        "group": "origin",
        "isWide": true
      },
      {
        "member": "languages",
        "type": "terms",
        "vocabulary": "languages",
        "group": "origin",
        "isWide": true
      },
      {
        "member": "relationships",
        "type": "list",
        "of": "relationship",
        "as": "cards",
        "group": "relationships"
      },
      {
        "member": "occupations",
        "type": "list",
        "of": "occupation",
        "as": "cards",
        "group": "occupations"
      },
      {
        "member": "posts",
        "type": "list",
        "of": "post",
        "as": "cards",
        "group": "posts"
      },
      {
        "member": "documents",
        "type": "list",
        "of": "identity-document",
        "as": "cards",
        "group": "documents"
      },
      {
        "member": "contacts",
        "type": "list",
        "of": "contact",
        "as": "cards",
        "group": "contacts"
      },
      {
        "member": "needs",
        "type": "list",
        "of": "need",
        "as": "cards",
        "group": "needs"
      },
      {
        "member": "whereabouts",
        "type": "list",
        "of": "whereabouts",
        "as": "cards",
        "group": "whereabouts"
      },
      {
        "member": "consent",
        "type": "list",
        "of": "consent-entry",
        "as": "cards",
        "group": "consent"
      },
      {
        "member": "steps_taken",
        "type": "list",
        "of": "step-taken",
        "as": "cards",
        "group": "steps"
      },
      {
        "member": "proceedings",
        "type": "list",
        "of": "proceeding",
        "as": "cards",
        "group": "steps"
      },
      {
        "member": "reliability",
        "type": "term",
        "vocabulary": "reliability",
        "group": "reliability"
      },
      {
        "member": "reliability_note",
        "type": "long",
        "group": "reliability",
        "isWide": true
      },
      {
        "member": "notes",
        "type": "long",
        "group": "notes",
        "isWide": true
      },
      {
        "member": "confidentiality",
        "type": "confidentiality",
        "group": "keeping"
      },
      {
        "member": "tags",
        "type": "tags",
        "group": "keeping"
      },
      {
        "member": "links",
        "type": "links",
        "of": "link",
        "group": "links"
      }
    ]
  },
  "place": {
    "summary": [
      "names",
      "type",
      "parent"
    ],
    "row": [],
    "fields": [
      {
        "member": "names",
        "type": "list",
        "of": "name",
        "as": "rows",
        "group": "names"
      },
      {
        "member": "type",
        "type": "term",
        "vocabulary": "place-types",
        "group": "names"
      },
      {
        "member": "parent",
        "type": "mention",
        "kind": "place",
        "group": "names"
      },
      {
        "member": "province",
        "type": "term",
        "vocabulary": "provinces",
        "group": "names"
      },
      {
        "member": "country",
        "type": "text",
        "group": "names"
      },
      {
        "member": "coordinates",
        "type": "object",
        "of": "coordinates",
        "group": "coordinates"
      },
      {
        "member": "description",
        "type": "long",
        "group": "description",
        "isWide": true
      },
      {
        "member": "confidentiality",
        "type": "confidentiality",
        "group": "keeping"
      },
      {
        "member": "tags",
        "type": "tags",
        "group": "keeping"
      },
      {
        "member": "links",
        "type": "links",
        "of": "link",
        "group": "links"
      }
    ]
  },
  "post": {
    "summary": [
      "function",
      "rank",
      "unit",
      "dates"
    ],
    "row": [],
    "fields": [
      {
        "member": "unit",
        "type": "text",
        "isWide": true
      },
      {
        "member": "rank",
        "type": "text"
      },
      {
        "member": "function",
        "type": "text"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "how_known",
        "type": "term",
        "vocabulary": "how-known"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "prior-account": {
    "summary": [
      "to",
      "dates",
      "recording"
    ],
    "row": [],
    "fields": [
      {
        "member": "to",
        "type": "text"
      },
      {
        "member": "interviewers",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "recording",
        "type": "terms",
        "vocabulary": "recording-ways"
      },
      {
        "member": "published",
        "type": "known"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "proceeding": {
    "summary": [
      "forum",
      "reference",
      "status",
      "filed"
    ],
    "row": [],
    "fields": [
      {
        "member": "forum",
        "type": "term",
        "vocabulary": "forums"
      },
      {
        "member": "filed",
        "type": "date"
      },
      {
        "member": "reference",
        "type": "text"
      },
      {
        "member": "status",
        "type": "term",
        "vocabulary": "proceeding-states"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "relationship": {
    "summary": [
      "relation",
      "person",
      "dates",
      "note"
    ],
    "row": [],
    "fields": [
      {
        "member": "relation",
        "type": "term",
        "vocabulary": "relationships"
      },
      {
        "member": "person",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "note",
        "type": "text"
      }
    ]
  },
  "session": {
    "summary": [
      "date",
      "place",
      "interviewers",
      "language"
    ],
    "row": [],
    "fields": [
      {
        "member": "date",
        "type": "date"
      },
      {
        "member": "place",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "interviewers",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "interpreters",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "present",
        "type": "mentions",
        "kind": "person"
      },
      {
        "member": "language",
        "type": "term",
        "vocabulary": "languages"
      },
      {
        "member": "recording",
        "type": "terms",
        "vocabulary": "recording-ways"
      },
      {
        "member": "note",
        "type": "long",
        "isWide": true
      }
    ]
  },
  "step-taken": {
    "summary": [
      "body",
      "date",
      "outcome",
      "why_not"
    ],
    "row": [],
    "fields": [
      {
        "member": "body",
        "type": "text"
      },
      {
        "member": "date",
        "type": "date"
      },
      {
        "member": "by",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "outcome",
        "type": "long",
        "isWide": true
      },
      {
        "member": "why_not",
        "type": "long",
        "isWide": true
      }
    ]
  },
  "testimony": {
    "summary": [],
    "row": [],
    "fields": [
      {
        "member": "title",
        "type": "text"
      },
      {
        "member": "status",
        "type": "choice",
        "vocabulary": "testimony-statuses"
      },
      {
        "member": "narrator",
        "type": "object",
        "of": "narrator",
        "group": "narrator"
      },
      {
        "member": "language",
        "type": "term",
        "vocabulary": "languages",
        "group": "narrator"
      },
      {
        "member": "translation_language",
        "type": "term",
        "vocabulary": "languages",
        "group": "narrator"
      },
      {
        "member": "narrative",
        "type": "list",
        "of": "paragraph",
        "as": "cards"
      },
      {
        "member": "acts",
        "type": "list",
        "of": "act",
        "as": "cards",
        "group": "acts"
      },
      {
        "member": "journey",
        "type": "list",
        "of": "leg",
        "as": "cards",
        "group": "journey"
      },
      {
        "member": "sessions",
        "type": "list",
        "of": "session",
        "as": "cards",
        "group": "sessions"
      },
      {
        "member": "consent",
        "type": "list",
        "of": "consent-entry",
        "as": "cards",
        "group": "consent"
      },
      {
        "member": "prior_accounts",
        "type": "list",
        "of": "prior-account",
        "as": "cards",
        "group": "prior-accounts"
      },
      {
        "member": "steps_taken",
        "type": "list",
        "of": "step-taken",
        "as": "cards",
        "group": "steps"
      },
      {
        "member": "proceedings",
        "type": "list",
        "of": "proceeding",
        "as": "cards",
        "group": "steps"
      },
      {
        "member": "notes",
        "type": "long",
        "group": "notes",
        "isWide": true
      },
      {
        "member": "confidentiality",
        "type": "confidentiality",
        "group": "keeping"
      },
      {
        "member": "tags",
        "type": "tags",
        "group": "keeping"
      },
      {
        "member": "links",
        "type": "links",
        "of": "link",
        "group": "links"
      }
    ]
  },
  "victim": {
    "summary": [
      "person",
      "status",
      "note"
    ],
    "row": [],
    "fields": [
      {
        "member": "person",
        "type": "mention",
        "kind": "person"
      },
      {
        "member": "status",
        "type": "term",
        "vocabulary": "victim-statuses"
      },
      {
        "member": "age",
        "type": "number",
        "least": 0.0,
        "most": 130.0,
        "isWhole": true
      },
      {
        "member": "age_group",
        "type": "term",
        "vocabulary": "age-groups"
      },
      {
        "member": "pregnant",
        "type": "known"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  },
  "whereabouts": {
    "summary": [
      "status",
      "place",
      "dates",
      "how_known"
    ],
    "row": [],
    "fields": [
      {
        "member": "status",
        "type": "term",
        "vocabulary": "whereabouts"
      },
      {
        "member": "place",
        "type": "mention",
        "kind": "place"
      },
      {
        "member": "dates",
        "type": "date"
      },
      {
        "member": "how_known",
        "type": "term",
        "vocabulary": "how-known"
      },
      {
        "member": "note",
        "type": "text",
        "isWide": true
      }
    ]
  }
} as const;

/** The parts of the form of each kind. */
export const GROUPS = {
  "person": [
    {
      "isAlways": true,
      "name": "names"
    },
    {
      "name": "contacts"
    },
    {
      "name": "whereabouts"
    },
    {
      "name": "needs"
    },
    {
      "isFolded": true,
      "name": "origin"
    },
    {
      "name": "relationships"
    },
    {
      "name": "occupations"
    },
    {
      "name": "posts"
    },
    {
      "name": "documents"
    },
    {
      "name": "consent"
    },
    {
      "name": "steps"
    },
    {
      "isFolded": true,
      "name": "reliability"
    },
    {
      "name": "notes"
    },
    {
      "isBeside": true,
      "name": "links"
    },
    {
      "isAlways": true,
      "isBeside": true,
      "name": "keeping"
    }
  ],
  "testimony": [
    {
      "isBeside": true,
      "isFolded": true,
      "name": "narrator"
    },
    {
      "isAlways": true,
      "isBeside": true,
      "name": "consent"
    },
    {
      "isBeside": true,
      "name": "acts"
    },
    {
      "isBeside": true,
      "name": "journey"
    },
    {
      "isBeside": true,
      "name": "sessions"
    },
    {
      "isBeside": true,
      "name": "prior-accounts"
    },
    {
      "isBeside": true,
      "name": "steps"
    },
    {
      "isBeside": true,
      "name": "notes"
    },
    {
      "isBeside": true,
      "name": "links"
    },
    {
      "isAlways": true,
      "isBeside": true,
      "isFolded": true,
      "name": "keeping"
    }
  ],
  "note": [
    {
      "isAlways": true,
      "name": "note"
    },
    {
      "name": "author"
    },
    {
      "isBeside": true,
      "name": "links"
    },
    {
      "isAlways": true,
      "isBeside": true,
      "name": "keeping"
    }
  ],
  "place": [
    {
      "isAlways": true,
      "name": "names"
    },
    {
      "isAlways": true,
      "name": "description"
    },
    {
      "name": "coordinates"
    },
    {
      "isBeside": true,
      "name": "links"
    },
    {
      "isAlways": true,
      "isBeside": true,
      "name": "keeping"
    }
  ],
  "attachment": [
    {
      "isAlways": true,
      "name": "attachment"
    },
    {
      "isFolded": true,
      "name": "file"
    },
    {
      "isBeside": true,
      "name": "links"
    },
    {
      "isAlways": true,
      "isBeside": true,
      "name": "keeping"
    }
  ]
} as const;

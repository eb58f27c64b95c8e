/** Documents are JSON by sid. Append-only data (timeline, webhook log) has tables of its own. */
export const schema = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS calls (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS calls_by_parent ON calls (doc ->> 'parentSid');
CREATE INDEX IF NOT EXISTS calls_by_status ON calls (doc ->> 'status');

CREATE TABLE IF NOT EXISTS numbers (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS numbers_by_number ON numbers (doc ->> 'phoneNumber');

CREATE TABLE IF NOT EXISTS recordings (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS recordings_by_call ON recordings (doc ->> 'callSid');

CREATE TABLE IF NOT EXISTS transcriptions (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS recording_audio (
	recording_sid TEXT NOT NULL, format TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL,
	PRIMARY KEY (recording_sid, format, part)
);

CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS messages_by_sender ON messages (doc ->> 'from', doc ->> 'to');
CREATE INDEX IF NOT EXISTS messages_by_recipient ON messages (doc ->> 'to');
CREATE INDEX IF NOT EXISTS messages_unfinished ON messages (seq) WHERE doc ->> 'isUnfinished' = 1;

CREATE TABLE IF NOT EXISTS media (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS media_by_message ON media (doc ->> 'messageSid');

CREATE TABLE IF NOT EXISTS media_bytes (
	media_sid TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (media_sid, part)
);

CREATE TABLE IF NOT EXISTS opt_outs (sender TEXT NOT NULL, recipient TEXT NOT NULL, PRIMARY KEY (sender, recipient));

CREATE TABLE IF NOT EXISTS services (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS verifications (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS brands (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS campaigns (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS alerts (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS emails (seq INTEGER PRIMARY KEY AUTOINCREMENT, sid TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS heard (seq INTEGER PRIMARY KEY AUTOINCREMENT, call_sid TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS heard_by_call ON heard (call_sid);

CREATE TABLE IF NOT EXISTS timeline (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, call_sid TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
	text TEXT NOT NULL, detail TEXT
);
CREATE INDEX IF NOT EXISTS timeline_by_call ON timeline (call_sid);

CREATE TABLE IF NOT EXISTS webhooks (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, about_sid TEXT, at INTEGER NOT NULL, kind TEXT NOT NULL, method TEXT NOT NULL,
	url TEXT NOT NULL, params TEXT NOT NULL, status INTEGER, duration INTEGER, attempt INTEGER NOT NULL, error TEXT
);
CREATE INDEX IF NOT EXISTS webhooks_by_subject ON webhooks (about_sid);

CREATE TABLE IF NOT EXISTS outbox (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, about_sid TEXT, kind TEXT NOT NULL, method TEXT NOT NULL, url TEXT NOT NULL,
	params TEXT NOT NULL, token TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS phones (address TEXT PRIMARY KEY, behaviour TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS faults (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, match TEXT NOT NULL, effect TEXT NOT NULL, remaining INTEGER
);
`;

export const forgettableTables = [
	"settings",
	"calls",
	"recordings",
	"recording_audio",
	"transcriptions",
	"messages",
	"media",
	"media_bytes",
	"opt_outs",
	"services",
	"verifications",
	"brands",
	"campaigns",
	"alerts",
	"emails",
	"heard",
	"timeline",
	"webhooks",
	"outbox",
	"phones",
	"faults",
];

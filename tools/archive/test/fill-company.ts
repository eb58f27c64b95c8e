import type { MemoryStore } from "./memory-store.ts";

export const companyAt = Date.UTC(2026, 10, 30, 12);

export type Values = Record<string, string | number | null>;

export function insert({ database }: MemoryStore, table: string, values: Values): void {
	const names = Object.keys(values);
	database
		.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`)
		.run(...Object.values(values));
}

/** A little of everything, in many scripts, with deleted texts. */
export function fillCompany(store: MemoryStore): void {
	const at = companyAt;
	insert(store, "users", {
		id: "usr_1",
		name: "Zoë O'Brien",
		email: "zoe@acme.example",
		role: "owner",
		created_at: at,
		updated_at: at,
	});
	insert(store, "accounts", {
		id: "acc_1",
		user_id: "usr_1",
		provider_id: "credential",
		account_id: "usr_1",
		password: "scrypt$hash",
		created_at: at,
		updated_at: at,
	});
	insert(store, "sessions", {
		id: "ses_1",
		user_id: "usr_1",
		token: "session-token-that-opens-the-door",
		expires_at: at,
		created_at: at,
		updated_at: at,
	});
	insert(store, "settings", { key: "companyName", value: '"Acme “Corp”\\n"', updated_at: at });
	insert(store, "settings", { key: "readyMark", value: '"mark"', updated_at: at });
	insert(store, "extensions", {
		id: "ext_1",
		ext: "101",
		name: "Jane",
		greeting_audio: "greetings/abc.wav",
		status: "active",
		created_at: at,
		updated_at: at,
	});
	insert(store, "phone_numbers", {
		id: "num_1",
		number: "+14155550101",
		kind: "local",
		extension_id: "ext_1",
		created_at: at,
	});
	for (let index = 0; index < 3; index++) {
		insert(store, "calls", {
			id: `call_${index}`,
			carrier_id: `CA${index}`,
			direction: "inbound",
			from_number: "+14155550199",
			to_number: "+14155550101",
			extension: "101",
			outcome: "voicemail",
			status: "completed",
			started_at: at + index * 1000,
			talk_seconds: 7,
		});
	}
	insert(store, "receptionist_turns", {
		call_id: "call_1",
		turn: 1,
		words: "hello\u2028there",
		speech_confidence: 0.1 + 0.2,
		action: "transfer",
		language: "en",
		milliseconds: 812,
		at,
	});
	insert(store, "voicemails", {
		id: "vm_1",
		carrier_recording_id: "RE1",
		call_id: "call_1",
		status: "stored",
		audio_key: "voicemail/101/vm_1.mp3",
		audio_bytes: 4,
		transcript: "Please call back about the espresso machine.",
		transcript_status: "done",
		created_at: at,
	});
	store.objects.set("voicemail greetings/abc.wav", {
		bytes: Uint8Array.of(0x52, 0x49, 0x46, 0x46),
		contentType: "audio/wav",
	});
	store.objects.set("voicemail voicemail/101/vm_1.mp3", {
		bytes: Uint8Array.of(0xff, 0xfb, 0, 1),
		contentType: "audio/mpeg",
	});
	const texts = ["Espresso für 日本 🙂", 'quotes " and \\ and \t tabs', "", "gone"];
	for (const [index, body] of texts.entries()) insertText(store, { id: `msg_${index}`, body });
	store.database.exec("DELETE FROM messages WHERE id = 'msg_3'");
	insert(store, "message_events", { message_id: "msg_0", step: "allowed-1", kind: "allowed", at });
	insert(store, "message_events", { message_id: "msg_3", step: "allowed-1", kind: "allowed", at });
	store.database.exec("DELETE FROM message_events WHERE message_id = 'msg_3'");
	insert(store, "campaign_cursors", { name: "message_events", last_event_id: 2 });
	insert(store, "conversation_notes", {
		id: "note_1",
		conversation_id: "conv_1",
		body: "He likes it short.",
		actor_name: "Zoë",
		created_at: at,
	});
	insert(store, "consent_events", {
		key: "msg_9 out",
		number: "+14155550177",
		kind: "opt_out",
		source: "keyword",
		at,
	});
	insert(store, "opt_outs", { number: "+14155550177", source: "keyword", at });
	insert(store, "audit_events", {
		id: "aud_1",
		at,
		actor_kind: "user",
		actor_name: "Zoë",
		action: "settings.update",
		target_kind: "settings",
		before: "{}",
		after: '{"companyName":"Acme"}',
	});
}

export function insertText(store: MemoryStore, values: Values): void {
	insert(store, "messages", {
		conversation_id: "conv_1",
		direction: "outbound",
		author: "person",
		category: "transactional",
		from_number: "+14155550101",
		to_number: "+14155550199",
		body: "Hello",
		segments: 1,
		status: "delivered",
		status_at: companyAt,
		created_at: companyAt,
		...values,
	});
}

export function insertCampaign(
	store: MemoryStore,
	values: Values & { id: string },
	statuses: string[],
): void {
	insert(store, "campaigns", {
		name: "Sale",
		message: "Sale",
		status: "sending",
		from_number: "+14155550101",
		quiet_hours: 0,
		require_consent: 0,
		is_complete: 1,
		created_at: companyAt,
		...values,
	});
	for (const [position, status] of statuses.entries()) {
		insert(store, "campaign_recipients", {
			campaign_id: values.id,
			position,
			number: `+1415555${String(1000 + position)}`,
			status,
			due_at: companyAt + 3_600_000,
			updated_at: companyAt,
		});
		store.database.exec(
			`UPDATE campaigns SET ${status}_count = ${status}_count + 1 WHERE id = '${values.id}'`,
		);
	}
}

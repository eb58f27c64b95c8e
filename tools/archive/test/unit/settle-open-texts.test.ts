import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { settleOpenTexts } from "../../src/local/settle-open-texts.ts";
import { companyAt, insertText } from "../fill-company.ts";
import { type MemoryStore, openMemoryStore } from "../memory-store.ts";

const open = { status: "pending", is_attempt_open: 1, attempts: 1, attempted_at: companyAt };

let folder = "";
let mesh: DatabaseSync;
let network: DatabaseSync;
let copy: MemoryStore;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-open-"));
	copy = openMemoryStore();
	mesh = openFile("d1/miniflare-D1DatabaseObject/a1.sqlite");
	const { sql } = copy.database.prepare("SELECT sql FROM sqlite_master WHERE name = 'messages'").get() ?? {};
	mesh.exec(String(sql));
	network = openFile("do/cloudpbx-simulator-PhoneNetwork/b2.sqlite");
	network.exec("CREATE TABLE messages (seq INTEGER PRIMARY KEY, sid TEXT, doc TEXT)");
});
afterEach(() => {
	mesh.close();
	network.close();
	rmSync(folder, { recursive: true, force: true });
});

function openFile(name: string): DatabaseSync {
	const file = join(folder, name);
	mkdirSync(dirname(file), { recursive: true });
	const database = new DatabaseSync(file);
	database.exec("PRAGMA journal_mode = WAL");
	return database;
}

function textIn(copied: object, since: object = {}): void {
	insertText(copy, { id: "msg_1", ...open, ...copied });
	const live = { ...copy, database: mesh };
	insertText(live, { id: "msg_1", ...open, ...copied, ...since });
}

function takenByNetwork(sid: string, doc: object = {}): void {
	const text = { from: "+14155550101", to: "+14155550199", body: "Hello", createdAt: companyAt + 50 };
	network
		.prepare("INSERT INTO messages (sid, doc) VALUES (?, ?)")
		.run(sid, JSON.stringify({ ...text, ...doc }));
}

function textAfter() {
	return copy.database
		.prepare(
			"SELECT carrier_id AS carrierId, status, is_attempt_open AS isOpen, check_at IS NOT NULL AS isChecked FROM messages WHERE id = 'msg_1'",
		)
		.get();
}

it("takes over what a mesh that runs has heard since", async () => {
	textIn({}, { carrier_id: "SM1", status: "queued", is_attempt_open: 0 });
	await settleOpenTexts(folder, copy);
	expect(textAfter()).toEqual({ carrierId: "SM1", status: "queued", isOpen: 0, isChecked: 0 });
});

it("waits for a mesh that runs to hear it", async () => {
	textIn({});
	const lock = new DatabaseSync(join(folder, "mesh.lock"));
	lock.exec("BEGIN EXCLUSIVE");
	setTimeout(
		() => mesh.exec("UPDATE messages SET carrier_id = 'SM1', status = 'sent', is_attempt_open = 0"),
		250,
	);
	await settleOpenTexts(folder, copy);
	lock.close();
	expect(textAfter()).toMatchObject({ carrierId: "SM1", status: "sent", isOpen: 0 });
});

it("finds in the network's book what a mesh that died has sent", async () => {
	textIn({});
	takenByNetwork("SM0", { body: "Something else" });
	takenByNetwork("SM9", { createdAt: companyAt - 3_600_000 });
	takenByNetwork("SM1");
	await settleOpenTexts(folder, copy);
	expect(textAfter()).toEqual({ carrierId: "SM1", status: "queued", isOpen: 0, isChecked: 1 });
});

it("knows that another text of the same words is not this one", async () => {
	textIn({});
	insertText(copy, { id: "msg_0", carrier_id: "SM1" });
	takenByNetwork("SM1");
	await settleOpenTexts(folder, copy);
	expect(textAfter()).toEqual({ carrierId: null, status: "pending", isOpen: 0, isChecked: 1 });
});

it("leaves a campaign's text that never left to the campaign", async () => {
	textIn({ campaign_id: "cmp_1", recipient_id: "rcp_1_0" });
	await settleOpenTexts(folder, copy);
	expect(textAfter()).toEqual({ carrierId: null, status: "pending", isOpen: 0, isChecked: 0 });
});

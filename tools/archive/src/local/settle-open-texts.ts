import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Row, Store, Value } from "../store.ts";
import { openDatabases } from "./find-databases.ts";

/** A running mesh settles a text, or gives up, within about this time. */
const patienceMilliseconds = 30_000;
const pollMilliseconds = 100;
/** The clocks of carrier and Worker may differ. */
const skewMilliseconds = 2 * 60 * 1000;

type OpenText = {
	id: string;
	from: string;
	to: string;
	body: string;
	attempts: number;
	attemptedAt: number;
	campaignId: string | null;
};

const outcomeColumns = [
	"carrier_id",
	"status",
	"status_at",
	"error_code",
	"attempts",
	"attempted_at",
	"is_attempt_open",
	"check_at",
	"checks",
	"refusal",
	"reason",
];

/** Settles texts that were at the carrier during the copy: a restore could not. */
export async function settleOpenTexts(folder: string, copy: Store): Promise<void> {
	let open = await copy.query<OpenText>(
		`SELECT id, from_number AS "from", to_number AS "to", body, attempts, coalesce(attempted_at, created_at) AS "attemptedAt",
			campaign_id AS "campaignId" FROM messages WHERE is_attempt_open = 1`,
	);
	const giveUpAt = Date.now() + patienceMilliseconds;
	while (open.length > 0) {
		open = await takeOutcomes(folder, copy, open);
		if (open.length === 0 || Date.now() > giveUpAt || !isInUse(folder)) break;
		await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
	}
	for (const text of open) await askCarrier(folder, copy, text);
}

async function takeOutcomes<Text extends OpenText>(
	folder: string,
	copy: Store,
	open: Text[],
): Promise<Text[]> {
	const [database] = openDatabases(folder, "d1", "messages");
	if (!database) return open;
	try {
		const find = database.prepare(`SELECT ${outcomeColumns.join(", ")} FROM messages WHERE id = ?`);
		const left: Text[] = [];
		for (const text of open) {
			const row = find.get(text.id) as Record<string, Value> | undefined;
			if (row?.is_attempt_open === 1) left.push(text);
			else if (row) await storeOutcome(copy, text.id, row);
		}
		return left;
	} finally {
		database.close();
	}
}

async function askCarrier(folder: string, copy: Store, text: OpenText): Promise<void> {
	const carrierId = await findAtCarrier(folder, copy, text);
	const now = Date.now();
	const news: Row = carrierId === null ? {} : { carrier_id: carrierId, status: "queued", status_at: now };
	const checkAt = carrierId === null && text.campaignId !== null ? null : now;
	await storeOutcome(copy, text.id, { ...news, is_attempt_open: 0, check_at: checkAt });
}

async function storeOutcome(copy: Store, id: string, row: Record<string, Value>): Promise<void> {
	const names = Object.keys(row);
	await copy.query(`UPDATE messages SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`, [
		...names.map((name) => row[name] ?? null),
		id,
	]);
}

async function findAtCarrier(folder: string, copy: Store, text: OpenText): Promise<string | null> {
	for (const network of openDatabases(folder, join("do", "cloudpbx-simulator-PhoneNetwork"), "messages")) {
		try {
			const taken = network
				.prepare(
					`SELECT sid FROM messages WHERE doc ->> 'from' = ? AND doc ->> 'to' = ? AND trim(doc ->> 'body') = trim(?)
						AND doc ->> 'createdAt' >= ? ORDER BY seq`,
				)
				.all(text.from, text.to, text.body, text.attemptedAt - skewMilliseconds);
			for (const { sid } of taken) {
				const [known] = await copy.query("SELECT 1 AS found FROM messages WHERE carrier_id = ?", [
					String(sid),
				]);
				if (!known) return String(sid);
			}
		} finally {
			network.close();
		}
	}
	return null;
}

function isInUse(folder: string): boolean {
	const file = join(folder, "mesh.lock");
	if (!existsSync(file)) return false;
	const lock = new DatabaseSync(file, { timeout: 0 });
	try {
		lock.exec("BEGIN EXCLUSIVE");
		return false;
	} catch {
		return true;
	} finally {
		lock.close();
	}
}

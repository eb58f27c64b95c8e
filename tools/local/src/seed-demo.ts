import { demoCompany } from "./demo-company.ts";

interface Database {
	prepare(sql: string): {
		bind(...values: unknown[]): Statement;
		first<Row>(): Promise<Row | null>;
	};
	batch(statements: Statement[]): Promise<unknown>;
}
type Statement = object;

export interface CarrierAccess {
	apiUrl: string;
	accountSid: string;
	authToken: string;
	publicUrl: string;
}

/** Founds the demo company once: rents its numbers, then writes them. True when it did. */
export async function seedDemo(database: Database, carrier: CarrierAccess): Promise<boolean> {
	if (await database.prepare("SELECT id FROM phone_numbers LIMIT 1").first()) return false;
	const now = Date.now();
	const mainLineId = await rentNumber(
		carrier,
		demoCompany.mainLine,
		`${demoCompany.settings.companyName} main line`,
	);
	const insertNumber = database.prepare(
		"INSERT INTO phone_numbers (id, number, carrier_id, kind, extension_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
	);
	const insertExtension = database.prepare(
		`INSERT INTO extensions (id, ext, name, department, purpose, email, forward_to, answer_with, status, created_at, updated_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)`,
	);
	const insertSetting = database.prepare("INSERT INTO settings (key, value, updated_at) VALUES (?, ?, ?)");

	const statements = [
		insertNumber.bind("num_main", demoCompany.mainLine, mainLineId, "toll_free", null, now),
	];
	for (const one of demoCompany.extensions) {
		const { ext, name, department, purpose, number, forwardTo, answerWith } = one;
		const carrierId = await rentNumber(carrier, number, `${name}, extension ${ext}`);
		const email = `${name.split(" ")[0]?.toLowerCase()}@acme.example`;
		statements.push(
			insertExtension.bind(
				`ext_${ext}`,
				ext,
				name,
				department,
				purpose,
				email,
				forwardTo,
				answerWith,
				now,
				now,
			),
			insertNumber.bind(`num_${ext}`, number, carrierId, "local", `ext_${ext}`, now),
		);
	}
	for (const [key, value] of Object.entries(demoCompany.settings)) {
		statements.push(insertSetting.bind(key, JSON.stringify(value), now));
	}
	await database.batch(statements);
	return true;
}

/** Rents a number, or adopts the one of an interrupted seed. Returns the carrier's id. */
async function rentNumber(carrier: CarrierAccess, number: string, friendlyName: string): Promise<string> {
	const resource = `${carrier.apiUrl}/2010-04-01/Accounts/${carrier.accountSid}/IncomingPhoneNumbers.json`;
	const headers = { authorization: `Basic ${btoa(`${carrier.accountSid}:${carrier.authToken}`)}` };
	const found = await fetch(`${resource}?PhoneNumber=${encodeURIComponent(number)}`, { headers });
	const { incoming_phone_numbers: rented } = (await found.json()) as {
		incoming_phone_numbers: { sid: string }[];
	};
	if (rented[0]) return rented[0].sid;

	const bought = await fetch(resource, {
		method: "POST",
		headers,
		body: new URLSearchParams({
			PhoneNumber: number,
			FriendlyName: friendlyName,
			VoiceUrl: `${carrier.publicUrl}/ivr/inbound`,
			VoiceFallbackUrl: `${carrier.publicUrl}/ivr/fallback`,
			StatusCallback: `${carrier.publicUrl}/ivr/status`,
			SmsUrl: `${carrier.publicUrl}/sms/inbound`,
		}),
	});
	if (!bought.ok) throw new Error(`The carrier refused ${friendlyName}: ${bought.status}`);
	return ((await bought.json()) as { sid: string }).sid;
}

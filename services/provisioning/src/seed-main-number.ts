import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { numberIdOf } from "./domain/number-id.ts";

/** One statement for the database `cloudpbx`, sent by the installer. Safe to repeat. */
export function seedMainNumber(number: string, carrierId: string, now = Date.now()) {
	return {
		sql: `INSERT INTO phone_numbers (id, number, carrier_id, kind, extension_id, created_at)
			VALUES (?, ?, ?, ?, NULL, ?) ON CONFLICT DO NOTHING`,
		params: [numberIdOf(carrierId), number, carrierId, numberKindOf(number), now],
	};
}

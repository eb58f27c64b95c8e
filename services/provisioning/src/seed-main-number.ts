import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { numberIdOf } from "./domain/number-id.ts";

/**
 * Puts a number that is pointed here already on the books, for the company's menu. One statement for the database
 * `cloudpbx`, to be sent by whoever installs the system; a second time it does nothing.
 */
export function seedMainNumber(number: string, carrierId: string, now = Date.now()) {
	return {
		sql: `INSERT INTO phone_numbers (id, number, carrier_id, kind, extension_id, created_at)
			VALUES (?, ?, ?, ?, NULL, ?) ON CONFLICT DO NOTHING`,
		params: [numberIdOf(carrierId), number, carrierId, numberKindOf(number), now],
	};
}

import { CsvFault } from "@cloudpbx/domain/csv/csv-fault";
import { decodeText } from "@cloudpbx/domain/csv/decode-text";
import type { Context } from "hono";
import type { ApiEnv } from "../../env.ts";
import { badField, RefusalError } from "../../refusal-error.ts";

/** Text of a CSV body; 415 for other types. */
export async function readCsvBody(c: Context<ApiEnv>): Promise<string> {
	const contentType = c.req.header("content-type") ?? "";
	if (!/^text\/csv\b/i.test(contentType)) {
		throw new RefusalError({ code: "bad_input", message: "Send the file as text/csv." }, { status: 415 });
	}
	return decodeCsvBody(new Uint8Array(await c.req.arrayBuffer()), contentType, "");
}

/** Decodes a file in its own encoding or its `charset`. Throws the refusal. */
export function decodeCsvBody(bytes: Uint8Array, contentType: string, field: string): string {
	const charset = /;\s*charset=("[^"]*"|[^;\s]*)/i.exec(contentType)?.[1];
	return refuseCsvFaults(field, () => decodeText(bytes, { charset }).text);
}

/** Throws a CSV fault as the refusal, with line, column and expectation. */
export function refuseCsvFaults<Value>(field: string, read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		if (error instanceof CsvFault) throw badField({ in: "body", field, message: error.message });
		throw error;
	}
}

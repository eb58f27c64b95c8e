import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { importOptOutsMax } from "@cloudpbx/contracts/texts/opt-outs";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { toActor } from "../../domain/people/principal.ts";
import type { OptOutRow } from "../../domain/texts/read-opt-out-rows.ts";
import { recordDone } from "../audit/record-change.ts";

/** Ten calls to messaging; a request may make 32. */
const rowsMax = 10 * importOptOutsMax;
const invalidShownMax = 200;

export interface ImportReport {
	added: number;
	unchanged: number;
	invalidCount: number;
	invalid: { line: number; reason: string }[];
}

/** Idempotent, so an interrupted import can be repeated. */
export async function importOptOuts(ctx: CallerContext, rows: OptOutRow[]): Promise<Result<ImportReport>> {
	if (rows.length === 0) return refuse("bad_input", "The file has no rows.");
	if (rows.length > rowsMax) {
		return refuse("limit_exceeded", `The file has ${rows.length} rows; ${rowsMax} is the most at once.`);
	}
	const report: ImportReport = { added: 0, unchanged: 0, invalidCount: 0, invalid: [] };
	const invalid: (ImportReport["invalid"][number] & { column: number })[] = rows
		.filter(({ number }) => number === "")
		.map(({ line, column }) => ({ line, column, reason: "There is no number in this row." }));
	const numbered = rows.filter(({ number }) => number !== "");
	let failed: ReturnType<typeof refuse> | null = null;
	for (let start = 0; start < numbered.length && failed === null; start += importOptOutsMax) {
		const part = numbered.slice(start, start + importOptOutsMax);
		const sent = part.map(({ number, reason }) => ({ number, reason }));
		const imported = await askService("messaging", ctx.messaging.importOptOuts(sent, toActor(ctx.principal)));
		if (!imported.ok) {
			failed = imported;
			continue;
		}
		report.added += imported.value.added;
		report.unchanged += imported.value.unchanged;
		for (const { row, reason } of imported.value.invalid) {
			const { line = 0, column = 1 } = part[row] ?? {};
			invalid.push({ line, column, reason });
		}
	}
	if (report.added > 0) {
		const after = { added: report.added, rows: rows.length };
		await recordDone(ctx, { action: "opt_out.import", target: { kind: "opt_out", id: null }, after });
	}
	if (failed !== null) return failed;
	invalid.sort((one, other) => one.line - other.line);
	const [first] = invalid;
	if (first && invalid.length === rows.length) {
		const place = `Line ${first.line}, column ${first.column}`;
		return refuse("bad_input", `${place}: ${first.reason} Expected: a number such as +14155550123.`);
	}
	const shown = invalid.slice(0, invalidShownMax).map(({ line, reason }) => ({ line, reason }));
	return accept({ ...report, invalidCount: invalid.length, invalid: shown });
}

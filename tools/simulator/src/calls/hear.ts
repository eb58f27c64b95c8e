import { note } from "../timeline/timeline.ts";
import type { Line } from "./line.ts";

export function hear(line: Line, text: string): void {
	const { ctx, call } = line;
	if (line.isDropped) return;
	ctx.sql.exec("INSERT INTO heard (call_sid, text) VALUES (?, ?)", call.sid, text);
	note(ctx, call.sid, { kind: "heard", text });
	if (line.origin?.partner) hear(line.origin.partner, text);
}

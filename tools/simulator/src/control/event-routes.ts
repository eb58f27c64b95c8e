import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Change } from "../change-feed.ts";
import type { NetworkContext } from "../context.ts";

const heartbeatMilliseconds = 15_000;

export function eventRoutes(ctx: NetworkContext): Hono {
	return new Hono().get("/", (context) =>
		streamSSE(context, async (stream) => {
			const pending = new Map<string, Change>();
			let wake: () => void = () => undefined;
			const end = ctx.changes.subscribe((change) => {
				pending.set(`${change.kind} ${change.sid}`, change);
				wake();
			});
			stream.onAbort(() => {
				end();
				wake();
			});
			await stream.writeSSE({ event: "hello", data: "{}" });
			while (!stream.aborted) {
				const changes = [...pending.values()];
				pending.clear();
				for (const change of changes)
					await stream.writeSSE({ event: "change", data: JSON.stringify(change) });
				if (pending.size) continue;
				const isQuiet = await new Promise<boolean>((resolve) => {
					const timer = setTimeout(() => resolve(true), heartbeatMilliseconds);
					wake = () => {
						clearTimeout(timer);
						resolve(false);
					};
				});
				if (isQuiet) await stream.write(": still here\n\n");
			}
			end();
		}),
	);
}

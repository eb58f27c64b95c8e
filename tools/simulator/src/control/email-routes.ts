import { Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { readLimit } from "./read-limit.ts";

const emailsDefault = 100;
const emailsMax = 1000;

export function emailRoutes({ emails, changes }: NetworkContext): Hono {
	return new Hono()
		.get("/", (context) => {
			const to = context.req.query("to")?.toLowerCase();
			const limit = readLimit(context, emailsDefault, emailsMax);
			const items = emails.page(
				to === undefined
					? []
					: [["EXISTS (SELECT 1 FROM json_each(doc ->> 'to') WHERE lower(value) = ?)", to]],
				limit,
				0,
			);
			return context.json({ items });
		})
		.delete("/", (context) => {
			for (const { sid } of emails.list()) emails.delete(sid);
			changes.emit({ kind: "email" });
			return context.body(null, 204);
		});
}

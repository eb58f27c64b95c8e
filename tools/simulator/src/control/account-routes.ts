import { Hono } from "hono";
import { accountTypes, readAccountType, writeAccountType } from "../account.ts";
import type { NetworkContext } from "../context.ts";
import { defaultOptions, optionWords, readOptions, writeOptions } from "../options.ts";
import { resetNetwork } from "../reset-network.ts";
import { listWebhooks } from "../webhooks/log.ts";
import { oneOf, readBody } from "./body.ts";
import { Problem } from "./problem.ts";
import { readLimit } from "./read-limit.ts";

const webhooksDefault = 500;
const webhooksMax = 1000;

export function accountRoutes(ctx: NetworkContext): Hono {
	return new Hono()
		.get("/account", (context) => context.json(toAccountView(ctx)))
		.put("/account", async (context) => {
			writeAccountType(ctx.sql, oneOf(await readBody(context), "type", accountTypes));
			return context.json(toAccountView(ctx));
		})
		.get("/webhooks", (context) => {
			const limit = readLimit(context, webhooksDefault, webhooksMax);
			return context.json({ items: listWebhooks(ctx, { limit }) });
		})
		.get("/options", (context) => context.json(readOptions(ctx.sql)))
		.put("/options", async (context) => {
			const body = await readBody(context);
			for (const [name, value] of Object.entries(body)) checkOption(name, value);
			return context.json(writeOptions(ctx.sql, body));
		})
		.post("/reset", (context) => {
			resetNetwork(ctx);
			return context.body(null, 204);
		});
}

function toAccountView({ account, publicUrl, sql }: NetworkContext) {
	const type = readAccountType(sql);
	return { accountSid: account.sid, authToken: account.authToken, publicUrl, type };
}

function checkOption(name: string, value: unknown): void {
	const known = Object.entries(defaultOptions).find(([option]) => option === name);
	if (!known) throw new Problem(400, `there is no option "${name}"`);
	if (typeof value !== typeof known[1]) throw new Problem(400, `"${name}" must be a ${typeof known[1]}`);
	const words = optionWords[name];
	if (words && !words.includes(String(value)))
		throw new Problem(400, `"${name}" must be one of ${words.join(", ")}`);
	if (Number(value) < 0 && name !== "dateAheadSeconds")
		throw new Problem(400, `"${name}" must not be negative`);
}

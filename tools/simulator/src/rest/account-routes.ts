import { Hono } from "hono";
import { readAccountType } from "../account.ts";
import type { NetworkContext } from "../context.ts";
import { rfc2822 } from "./dates.ts";

export function accountRoutes(ctx: NetworkContext): Hono {
	const { sid, authToken } = ctx.account;
	const opened = rfc2822(Date.UTC(2026, 0, 1));
	return new Hono().get("/", (context) =>
		context.json({
			sid,
			auth_token: authToken,
			friendly_name: "Simulated account",
			owner_account_sid: sid,
			status: "active",
			type: readAccountType(ctx.sql),
			date_created: opened,
			date_updated: opened,
			uri: `/2010-04-01/Accounts/${sid}.json`,
			subresource_uris: {},
		}),
	);
}

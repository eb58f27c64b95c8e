import { Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { accountRoutes } from "./account-routes.ts";
import { callRoutes } from "./call-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { emailRoutes } from "./email-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { numberRoutes } from "./number-routes.ts";
import { phoneRoutes } from "./phone-routes.ts";
import { answerProblem, Problem } from "./problem.ts";
import { registryRoutes } from "./registry-routes.ts";

const parts: readonly (readonly [path: string, routes: (ctx: NetworkContext) => Hono])[] = [
	["/calls", callRoutes],
	["/phones", phoneRoutes],
	["/faults", faultRoutes],
	["/clock", clockRoutes],
	["/events", eventRoutes],
	["/emails", emailRoutes],
	["/", accountRoutes],
	["/", messageRoutes],
	["/", numberRoutes],
	["/", registryRoutes],
];

export function controlApp(ctx: NetworkContext): Hono {
	const app = new Hono().onError(answerProblem);
	for (const [path, routes] of parts) app.route(path, routes(ctx));
	return app.all("/*", (context) => {
		throw new Problem(404, `there is no ${context.req.method} ${context.req.path}`);
	});
}

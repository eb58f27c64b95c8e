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

/** The control API: README, "Control API". */
export function controlApp(ctx: NetworkContext): Hono {
	return new Hono()
		.onError(answerProblem)
		.route("/calls", callRoutes(ctx))
		.route("/phones", phoneRoutes(ctx))
		.route("/faults", faultRoutes(ctx))
		.route("/clock", clockRoutes(ctx))
		.route("/events", eventRoutes(ctx))
		.route("/emails", emailRoutes(ctx))
		.route("/", accountRoutes(ctx))
		.route("/", messageRoutes(ctx))
		.route("/", numberRoutes(ctx))
		.route("/", registryRoutes(ctx))
		.all("/*", (context) => {
			throw new Problem(404, `there is no ${context.req.method} ${context.req.path}`);
		});
}

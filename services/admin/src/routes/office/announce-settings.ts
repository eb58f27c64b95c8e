import { announceLive } from "@cloudpbx/kit/announce-live";
import type { Context } from "hono";
import type { ApiEnv } from "../../env.ts";

export function announceSettings(c: Context<ApiEnv>): void {
	announceLive(c.env.MESSAGING, c.executionCtx, [{ kind: "settings" }]);
}

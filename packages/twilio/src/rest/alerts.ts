import * as z from "zod";
import { type CarrierResult, readAnswer, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface AlertCount {
	code: string;
	count: number;
}

const AlertPage = z.object({ alerts: z.array(z.object({ error_code: z.string().nullish() })) });

const alertsMax = 1000;

/** Counts logged errors since an instant by code, most frequent first. One request. */
export function countAlerts(carrier: Carrier, since: Date): Promise<CarrierResult<AlertCount[]>> {
	return toCarrierResult(async () => {
		const query = { LogLevel: "error", StartDate: since.toISOString(), PageSize: alertsMax };
		const body = await carrier.ask("monitor", { method: "get", path: "/v1/Alerts", query });
		const counts = new Map<string, number>();
		for (const { error_code: code } of readAnswer(AlertPage, body).alerts)
			counts.set(code ?? "unknown", (counts.get(code ?? "unknown") ?? 0) + 1);
		return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
	});
}

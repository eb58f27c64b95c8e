import type { Alert } from "../registry/documents.ts";
import { newSid } from "../sid.ts";
import type { TimelineContext } from "./timeline-context.ts";

const keptAlerts = 1000;

export function raiseAlert(
	ctx: TimelineContext,
	known: Pick<Alert, "errorCode" | "logLevel" | "text" | "resourceSid"> & Partial<Alert>,
): Alert {
	const alert: Alert = { sid: newSid("NO"), createdAt: Date.now(), ...known };
	ctx.alerts.save(alert);
	ctx.sql.exec("DELETE FROM alerts WHERE seq <= (SELECT max(seq) FROM alerts) - ?", keptAlerts);
	return alert;
}

import type { Exchange } from "../context.ts";
import type { Alert } from "../registry/documents.ts";
import { newSid } from "../sid.ts";

const keptAlerts = 1000;

/** Writes an entry of the account's error log. */
export function raiseAlert(
	exchange: Exchange,
	known: Pick<Alert, "errorCode" | "logLevel" | "text" | "resourceSid"> & Partial<Alert>,
): Alert {
	const alert: Alert = { sid: newSid("NO"), createdAt: Date.now(), ...known };
	exchange.alerts.save(alert);
	exchange.sql.exec("DELETE FROM alerts WHERE seq <= (SELECT max(seq) FROM alerts) - ?", keptAlerts);
	return alert;
}

import type { Exchange } from "../exchange.ts";
import { newSid } from "../sid.ts";
import type { Alert } from "./documents.ts";

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

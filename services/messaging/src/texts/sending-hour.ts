import { hourMilliseconds } from "@cloudpbx/domain/time-units";

export function hourOf(instant: Date): Date {
	return new Date(Math.floor(instant.getTime() / hourMilliseconds) * hourMilliseconds);
}

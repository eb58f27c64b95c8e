import type { DestinationHours, Hours } from "@cloudpbx/contracts/office/hours";

/**
 * A destination's week replaces the company's; override, exceptions and holidays still count unless it has its own.
 */
export function hoursOfDestination(company: Hours, own: DestinationHours): Hours {
	if (own === null) return company;
	if (own === "always") {
		return { ...company, week: {}, exceptions: [], holidays: { country: null, names: [] }, override: null };
	}
	const { week, exceptions = company.exceptions, holidays = company.holidays } = own;
	return { ...company, week, exceptions, holidays };
}

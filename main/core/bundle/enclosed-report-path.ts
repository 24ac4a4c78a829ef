/** Where the report lies inside the bag. */
export const enclosedReportPath = 'data/report.json';

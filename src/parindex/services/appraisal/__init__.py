"""Thẩm định: points of appraisers, explanations, imported results, and who answers for what was lost."""

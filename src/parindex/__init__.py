"""The Public Administration Reform index (PAR INDEX, Chỉ số cải cách hành chính) of a Vietnamese province."""

generate "common" {
  path      = "common_variables.tf"
  if_exists = "overwrite"
  contents  = <<-EOF
    variable "environment" {
      type    = string
      default = "${local.environment}"
    }
  EOF
}
